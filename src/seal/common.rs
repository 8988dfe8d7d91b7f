//! Words that cannot be a secret, since everybody writes them.

use crate::language::WordList;

/// Common words of posts about work and software, in the singular.
pub(super) const COMMON: WordList = WordList::new(
    "about above access account across action active actual address advice after again against \
     agent agile alert alliance almost alone along already also although always among amount \
     analysis analytics android animal annual another answer anyone anything apple application \
     april area around article asset assistant attack audience audit august author authors \
     automation available award away back backend backup balance bank base basic battery beach \
     because become been before begin behind being benchmark best beta better between beyond big \
     bill black blog blue board body book both bottom box brand break bridge bring brown browser \
     bucket budget buffer bug build building business button cache call camera campaign cancer car \
     card care career case cash cause center central centre chain challenge change channel chapter \
     chart chat check child chip choice circle city class clean clear client climate close cloud \
     cluster code coffee cold collection color colour column come command comment commit common \
     community company compare competition complete component computer condition conference config \
     connect connection console contact container content context contract control conversation \
     cool copy core corner cost could country course cover craft create credit crisis cross crowd \
     culture current custom customer cycle daily dark dashboard data database date deal debug \
     december decision deep default delta demand demo deploy design desk desktop detail develop \
     developer device digital direct direction director discovery disk display docker doctor \
     document domain done door double down download draft dream drive driver during dynamic each \
     early earth east easy economy edge edit edition editor education effect effort eight either \
     electric element email employee empty enable encryption energy engine engineer enough \
     enterprise error even evening event ever every everything evidence example exchange execute \
     expert explore express extension external extra face fact factor fail failure fair fall family \
     farm fast feature february feed feedback feel field figure file film filter final finance \
     find fire firm first five fix flag flash flat flight floor flow focus follow food football \
     force forest form format forum forward found foundation four frame framework free friday \
     friend from front full function fund future game garden gate gateway general gift git give \
     glass global goal gold good google government grand graph great green grid ground group grow \
     growth guard guest guide half hand happy hard hardware have head health heart heat heavy help \
     here hero hidden high history hold holiday home hope host hotel hour house however html human \
     hundred idea image impact important incident index industry info information infra input \
     inside insight instance integration intelligence interest interface internal internet into \
     invest iron island issue item january java join journal journey july jump june just keep \
     kernel key kind king kitchen know knowledge lab label labor land language laptop large laser \
     last late later launch law layer lead leader leadership league learn learning least leave left \
     legal less lesson level library license life light like limit line link linux list live load \
     local location lock logic logo long look loop lost love machine macro magazine magic mail main \
     maintenance make manage management manager many march margin mark market marketing master match \
     matrix matter maybe mean media medical meeting member memory menu merge merger message metal \
     method metric micro microsoft middle might mile milestone mind mine minute mirror mission \
     mobile mode model modern module moment monday money monitor month moon more morning most \
     mother mountain mouse move movie much music must name nation native nature near need net \
     network never news newsletter next night nine node none noon north note nothing notice november \
     number object ocean october office official often once only onto open operation operator option \
     orange order organization origin other outside over owner pack package page panel paper parent \
     park part partner partnership party patch path pattern payment peak people perform performance \
     period person phase phone photo picture pilot pipeline pixel place plan planet platform play \
     player please plus point policy pool popular port portal position post power practice premium \
     present president press pretty price prime principle print privacy private problem process \
     processor product production professional profile profit program programme progress project \
     proof protocol prototype proxy public publish pull pulse purple push python quality quarter \
     query question queue quick quiet race radar radio rain range rapid rate rather reach read reader \
     ready real reality really reason receive recent record recovery red region register relation \
     release remote report repository request research resource response rest result retail return \
     revenue review right ring rise risk river road roadmap robot rock role room root round route \
     router rule running rust safe safety sale sample satellite saturday scale scan schedule schema \
     school science scope score screen script search season second secret section sector secure \
     security seed select send senior sense sensor september sequence series serverless server \
     service session setting seven several shadow shape share shell shield shift ship shop short \
     should show side sign signal silver similar simple since single site situation size skill sleep \
     slow small smart snow social software solar solid solution some someone something sometimes \
     song soon sound source south space spark speaker special speed spirit sport spring sprint \
     square stack staff stage stand standard star start startup state static station status steel \
     step still stone stop storage store storm story strategy stream street strong structure student \
     studio study style subject success such summer summit sunday supply support sure surface survey \
     switch symbol system table take talent talk target task teach team tech technical technology \
     template term test text than thank that their them theme then theory there these they thing \
     think this those though thought thousand thread three through thursday ticket tiger time tip \
     title today together token tomorrow tonight tool topic total touch tower town track trade \
     traffic train training transfer transformation transport travel tree trend trial trip true \
     trust truth tuesday tunnel turn twice under unicorn union unit universe university until update \
     upgrade upon upper user using value vector vendor venture version very video view vision visit \
     visual voice volume wait walk wall want watch water wave weather website wednesday week weekend \
     well west what wheel when where whether which while white whole wide wild will wind window wing \
     winner winter wire wireless with within without woman wonder wood word work worker workflow \
     workshop world would write wrong year yellow yesterday young your yours zero zone",
);
