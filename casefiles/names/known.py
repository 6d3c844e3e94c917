"""Well-known names that sound much alike and yet are different names.

Two words that both stand here are two names, however little they differ: Salim is not Salam. A name that is not
here, or only in a spelling that sounds otherwise, is judged by its sound alone. Spellings of one name that sound
alike need no line of their own; those that do not are in `customs.FAMILIES`, and only one of them stands here.
"""

from __future__ import annotations

from casefiles.names.customs import FAMILIES
from casefiles.names.sounds import sound

_INDIA = """
aarti abhay abhijit abhinav abhishek achal ajay ajit akash akhil akshay alok aman amar amit amol amrit anand anil ankit
ankur anuj anup anurag arjun arun arvind aryan ashish ashok ashutosh ashwin atul avinash ayush babita balbir baldev
balraj bharat bharati bhavesh bhavin bhim bhola biju bikram brijesh champa chandan charan chetan chirag darshan daya
deepak deepika dev devendra devesh dhananjay dharam dharmendra dhiraj dhruv dilip dinesh divya durga dushyant gagan
gajendra ganesh ganga gaurav gautam gayatri geeta girish gita gopal govind gulab gurdeep gurmeet gurnam gurpreet
hardeep hari harish harjit harpreet harsh hemant hemraj hitesh indira jagdish jagan jagat jai jaspal jaspreet jatin
jaya jayant jayesh jignesh jitendra joginder jomon jyoti kailash kalpana kalyan kamal kamla kamlesh kanchan kanhaiya
karamjit karan kartik kashi kavita ketan khushal kiran kirti kishan kishor komal krishna kuldeep kulwinder kunal kundan
lakhan lakshman lalit lata lokesh madan madhav madhu mahavir mahendra mahesh manav mandeep mangal manish manju manjit
manoj manpreet meena meera mithun mohan mohit mukesh mukul munna nand nanda naresh narendra naveen neeraj neha nikhil
nilesh nisha nitesh nitin omkar padma pankaj paramjit paras paresh pawan phool pooja prabhat pradeep prakash pramod
pranav prasanna prashant pratap pratik praveen prem priya pritam punit puneet radha raghav rahul raj rajat rajeev rajan
rajendra rajesh raju rakesh rakhi raman ramesh ranjan ranjit ratan rashmi ravi ravindra rekha rishi ritesh ritu rohan
rohit roshan rupa sachin sagar samar sameer sandeep sandhya sangita sanjay sanjeev sanjit santosh sarita satish satnam
satpal saurabh savita seema shailesh shakti shankar sharad sharan shashi shilpa shivam shreya shyam siddharth sita
smita sohan somnath sonam sonu subhash sudhir sudesh sukhdev suman sumit sunder sunil sunita suraj surendra suresh
surjit sushil swati tarun tejpal tilak uday umesh usha vandana varun veena vibha vijay vikas vikram vimal vinay vineet
vinod vipin vipul viraj virendra vishal vivek yash yogendra yogesh yogita akshara lovepreet baljinder balwinder
sukhwinder lakhwinder rajwinder jagtar avtar kartar sartaj gurmukh
"""
_NEPAL = """
bibek bikash bimal binod bishal buddhi chhabi dambar dawa deepa dhan dil dipak dolma dorje gam gyan hemanta hira
ishwar jit kabita kalu karma keshab khadga krishna kumar laxmi lhakpa lok maya milan mingma nabin nabaraj nima norbu
pasang pemba phurba prabin prakash pratima rabin ramila resham rupak sabin sabita sagun sajan santa sarita shanta
sujan suman sunita tashi tek tenzing tika tsering yubaraj
"""
_SOUTH = """
abey ajith akila amila anura aravind asanka asela babu baiju bijoy biju bincy buddhika chamara chaminda charith chathura
danushka dhammika dilan dilshan gayan gihan indika isuru janaka jaison jojo joby jose joji joy kamalan kapila kasun
kathiravan kavinda kumara lahiru lakmal lalith lasantha lincy mahela manjula mohanan murali muthu nadeesha nalin
namal nandana nimal niroshan nishantha nuwan pradeepa prasad prasanna priyankara rajeevan ranil ranjan ravindu rohana
roshan ruwan saji sajith saman sampath samantha sanath senthil selva shaji shantha shibu sibi siju sijo sudath sumudu
sunanda suranga susantha thilak thinesh tharindu thushara tinu upul vijayan vinu vipula yasith yohan
"""
_MUSLIM = """
abbas abid adil adnan afzal ahmed ahsan ajmal akbar akmal akram alam ali altaf amin amir amjad anas anis anwar aqib
arif arman arshad asad asgar ashfaq ashraf asif aslam atif atiq ayaz ayman ayub azam azhar aziz badr bakr bashar bashir
basim
basit bilal burhan daud dawood delwar ehsan faisal faiz farhan farid farooq faruk fazal fazil feroz ghafur ghani habib
hadi hafiz haidar hakim halim halima hamid hamida hamza hanif haris haroon hasan hashim hassan hatim haider hilal
hisham husna hussain ibrahim idris iftikhar ikram ilyas imad imran inam iqbal irfan irshad ishaq ishfaq islam ismail
jabbar jabir jafar jahangir jalal jalil jamal jamil jamshed javed jawad junaid kabir kalam kalim kamal kamil kamran
karam karim kashif kauser khadim khalid khalil khurshed lateef liaqat luqman mahbub mahdi mahmud majid malik mamun
manan mansur manzoor marwan maruf masood masud mehdi minhaj mirza mizan mohsin monir mubarak mubin mujahid mujib
mukhtar munir murad murtaza musa mustafa mujtaba muzaffar nabil nadeem nadir naeem nafis naim najib nasim nasir naseer
nasrin naushad nawaz nazim nazir nidal nizam nizar noman nur omar osman parvez qadir qasim qayyum rabbi rabia rafi
rafiq rahim rahima rahman rais rajab rakib ramzan raqib rashid rasul rauf raza rehan riaz rizwan rubel sabir sabri sadiq
saeed safdar saif saifi sajid sakib salah salam salim salman samad sami samir saqib sardar sarfaraz sarwar sattar
shabir shadab shafiq shahbaz shahid shahin shahzad shakil shakir shams shamim sharif shaukat shoaib siraj sohail sohel
sufyan suhail sulaiman sultan tahir taimur talha tanveer tanvir taqi tariq tauqeer taufiq tayyab ubaid umar usman
wahab wahid waheed wajid wakil walid waqar waqas waseem wasim yaqub yahya yasin yasir yunus yusuf zafar zaheer zahid
zahir zahoor zain zaki zakir zaman zamir zia zubair zulfiqar aisha amina asma fatima farida ferdous khadija khalida
maryam nazia nargis razia sadia salma samina shabana shaista shazia yasmin zainab
"""
_STEPPE = """
adilet aibek aidar aigul ainura akmal alisher almaz anvar askar azamat azat azizbek bakhtiyor bakyt bekzat
daniyar dilshod dinara eldar erkin erlan erzhan farrukh firdavs firuz gulnara gulchehra jamshid jasur
kanat kubat kuban maksat malika marat mirlan nurbek nurlan oybek otabek ravshan rustam ruslan sanjar
sardor shavkat sherzod shuhrat talant temur tilek timur ulan ulugbek umid umed urmat yusuf zafar zarina zhanna
"""
_SLAVIC = """
alexander alexei anatoly andrei anna anton arkady artem bogdan boris daniil danila darya denis dmitry ekaterina elena
elizaveta evgenia evgeny fedor filip gennady gleb grigory igor ilya ivan irina kirill konstantin kristina larisa leonid
lev lyudmila maksim marina maria mark matvei mikhail nadezhda natalia nikita nikolai nina oksana oleg olga pavel petr
polina roman ruslan sergei sofia stanislav stepan svetlana taras tatiana timofei valentin valery vadim valeria vasily
vera veronika viktor viktoria vitaly vladimir vladislav vyacheslav yana yaroslav yulia yuri zinaida
"""
_WEST = """
adam albert alfred amanda andrea angela christian christina clara claudia daniel david diana edgar edmund edward edwin
eric felix francis frank franz gabriel gerard gilbert gloria hannah harold harry helena henry isaac isabel jacob james
jane jean jennifer joan john jonas joseph julia julian karen karl katherine kevin laura leon leonard linda lisa louis
lucas marcel margaret marie martha martin matthew maurice max mercedes michael mitchell monica nelson nicole noel
olivia oscar pamela patricia patrick paul peter rachel rebecca rene richard robert roger roland rupert ruth samuel
sandra sara sebastian simon sofia sonia stephen susan teresa thomas timothy vanessa victor victoria virginia walter
wilber william wilson
"""
_LATIN = """
alberto alejandra alejandro alfonso alfredo alonso alvaro ana angel antonia antonio armando arturo beatriz benito
bruno carla carlos carmen carolina cesar claudio cristian daniela diego eduardo emilia emilio enrique erica ernesto
esteban eva fabian federico felipe fernanda fernando francisca francisco gabriela gerardo german gonzalo guillermo
gustavo hector hernan hugo ines ismael ivan jaime jan javier jesus joaquin jorge jose juan juana juliana julio
leonardo lorena lorenzo lourdes lucia luis luisa manuel manuela marco marcos maria mariana mariano mario marta martina
mateo mauricio miguel natalia orlando osvaldo pablo paula pedro pilar rafael ramiro ramon raul renata ricardo roberto
rodrigo rolando roman rosa rosario ruben santiago sergio silvia tomas valentina valeria vicente yolanda yordanis
yoandry
"""
_AFRICA = """
abebe abena abiodun achieng adama adebayo ade adisa akinyi aminata amadou bakary balla bekele boubacar chidi chinedu
chinwe chukwudi cheikh desta dawit ebele emeka fanta faith femi getachew girma haile hamadou ibrahima ifeanyi issa
juma kagiso kamau kebede kemboi kipkemboi kipchumba kiprotich kofi koffi kwabena kwadwo kwaku kwame kwasi lamine
lemma mamadi mariama moses moussa mulugeta musa nana ngozi njoroge njeri nkosana obi ochieng odhiambo okoth onyango
otieno oumar ousmane salif seydou segun seun simba sekou solomon tadesse taye temba tesfaye thabo themba tunde wambui
wanjiru yaw yared yohannes zola
"""
_SURNAMES = """
aguilar alonso alvarez cabrera campos cardenas castillo castro chavez contreras cordova cortes cruz delgado diaz
dominguez duarte escobar espinoza estrada fernandez ferreira figueroa flores fuentes gamez garcia garza gomez gonzalez
guerrero gutierrez guzman hernandez herrera ibarra jimenez lara lopez lozano luna machado marquez marcos martin martins
medina mejia mendes mendoza miranda molina monteiro montenegro montero montes morales moreno munoz navarro nunez ochoa
oliveira ortega ortiz osorio ospina pacheco padilla palacios paredes pena peralta pereira perez pineda quintana
quintero quiroga ramirez ramos reyes rios rivas rivera robles rodriguez rojas romero rosales ruiz salazar salinas
sanchez santana santos serrano silva solano soto souza suarez tapia torres trujillo valdez valencia vargas vasquez vega
velasco velasquez villa zamora zapata zuniga
allen anderson bailey baker barnes bennett brown butler campbell carter clark cole collins cook cooper cox davies
edwards evans fisher foster gibson gordon graham green hall hamilton hansen harris harrison henderson hill hughes hunt
jackson jenkins johnson jones kelly kennedy king knight lewis marshall mason mcdonald miller mills mitchell moore
morgan morris morrison murphy murray nelson oconnell odonnell owen palmer parker parsons patterson perkins perry
phillips powell price reid reynolds richardson roberts robertson robinson rogers rose russell sanders scott shaw
simmons simpson smith spencer stevens stewart stone sullivan taylor thompson turner wagner walker wallace walsh ward
warren watkins watson webb wells west wheeler white wilkinson williams wood woods wright young
cai cao chen cheng deng dong fang feng gao guo huang jiang kong liang lin liu luo meng peng qian qin shen song sun tang
tian wang xiao xie xue yang yuan zeng zhang zhao zheng zhou zhu
acharya adhikari agarwal ansari aryal awasthi bajwa balan bansal barua basnet basu bhandari bhatia bhatt bhattarai
bisht biswas budhathoki chauhan chopra dahal das desai deshmukh dhillon dhungana dubey dutta ghale ghimire ghosh gill
grewal gupta gurjar gurung iyer jha joshi kapoor karki khadka khanal khanna khatri koirala lamichhane limbu magar
maharjan mahato maurya mehra mehta menon mishra modi naidu nair neupane pandey pandit patel patil pillai pokharel rai
rana rathod rawal rawat reddy regmi rijal rimal saha sandhu sapkota saxena sen sethi sharma shrestha shukla sidhu sinha
solanki subedi tamang thakur thapa thapaliya thapar tiwari tripathi trivedi tyagi upadhyay varma vyas yadav
asamoah asante ba balde barry cisse coulibaly diagne diarra diop diouf fall faye gueye kante keita konate kone mbaye
mensah ndao ndiaye okafor okeke okonkwo okoro okoye sarr seck sidibe sow sy toure traore
belov belyaev chernov chernyshev egorov fedorov gromov ivanov kovalev kozlov kuznetsov lebedev makarov morozov nikitin
novikov orlov pavlov petrov popov semenov sidorov smirnov sokolov stepanov titov volkov vorobyov zaitsev
"""


def _heard(*lists: str) -> frozenset[str]:
    return frozenset(FAMILIES.get(said, said) for names in lists for said in map(sound, names.split()))


_WRITTEN_OTHERWISE = frozenset(FAMILIES.values())
KNOWN = (
    _heard(_INDIA, _NEPAL, _SOUTH, _MUSLIM, _STEPPE, _SLAVIC, _WEST, _LATIN, _AFRICA) | _WRITTEN_OTHERWISE,
    _heard(_SURNAMES) | _WRITTEN_OTHERWISE,
)
"""The sounds of well-known names, and those of well-known surnames: no name is told from a surname by these."""

BESIDE_ANOTHER = _heard(_SLAVIC, _WEST)
"""Given names of which people bear two, and are called by either: the second is nobody's father's."""
