#include "common/text/stop_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <map>

#include "common/text/word_numbers.h"

namespace dateline {
namespace {

struct StopWords {
  std::string_view language;
  std::string_view words;  // one space between them; in the form of fold_case(): no ß, straight '
};

constexpr std::array<StopWords, 14> kStopWords = {{
    {"ar",
     "في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين اللذين اللواتي هو هي هم هن أنا نحن "
     "أنت أن إن ان كان كانت كانوا يكون تكون قد لقد لا لم لن ما ماذا لماذا متى أين كيف كل بعض غير "
     "بين بعد قبل حتى عند عندما منذ خلال ثم أو او أم لكن ولكن بل إذا اذا حيث كما مثل فقط أيضا ليس "
     "ليست هناك هنا وقد وهو وهي عليه عليها فيه فيها منه منها به بها له لها لهم إنه أنه أي تم"},
    {"az",
     "və ya ki da də ilə üçün bu o bir onun onlar bunun biz siz mən sən biri hər heç nə kim hansı "
     "necə niyə harada haqqında kimi qədər sonra əvvəl ancaq amma lakin çünki əgər artıq "
     "daha ən çox az olan olaraq olub oldu olur olacaq edir edib etdi var yox deyil idi imiş həm "
     "hələ yalnız bütün öz özü bəzi belə elə görə qarşı üzrə tərəfindən arasında onu ona onda "
     "ondan "
     "bunu buna bunda bundan onların bizim sizin mənim sənin ikən məgər yəni"},
    {"de",
     "der die das den dem des ein eine einer eines einem einen und oder aber denn als wie wenn "
     "dass "
     "ob weil in im an am auf aus bei beim bis durch für gegen mit nach ohne über um unter von vom "
     "vor zu zum zur zwischen ist sind war waren sei wird werden wurde wurden worden hat haben "
     "hatte hatten kann können konnte soll sollen muss müssen will wollen nicht kein keine keinen "
     "auch nur noch schon so sehr mehr ich du er sie es wir ihr mich mir dich dir ihn ihm uns euch "
     "sich mein dein sein seine seinen seiner unser ihre ihren ihrer dieser diese dieses diesem "
     "diesen welche welcher was wer wo wann warum hier da dort man doch jetzt dann sowie während"},
    {"en",
     "a about above after again against all also am an and any are aren't as at be because been "
     "before being below between both but by can can't cannot could couldn't did didn't do does "
     "doesn't doing don't down during each few for from further had hadn't has hasn't have haven't "
     "having he her here hers herself him himself his how i i'm if in into is isn't it it's its "
     "itself just me more most my myself no nor not of off on once only or other our ours "
     "ourselves "
     "out over own same she should shouldn't so some such than that that's the their theirs them "
     "themselves then there there's these they they're this those through to too under until up "
     "very was wasn't we we're were weren't what what's when where which while who who's whom "
     "whose "
     "why will with won't would wouldn't you you're your yours yourself yourselves"},
    {"es",
     "el la los las lo un una unos unas y e o u de del a al en con por para sin sobre entre hasta "
     "desde hacia según contra durante tras ante bajo que qué quien quién quienes cual cuál cuales "
     "cuando cuándo donde dónde como cómo cuanto porque pero sino si sí no ni ya muy más menos "
     "también tampoco yo tú él ella ello ellos ellas nosotros usted ustedes me te se nos le les mi "
     "mis tu tus su sus nuestro nuestra este esta esto estos estas ese esa eso esos esas aquel "
     "aquella es son era eran fue fueron ser sido está están estaba estar ha han había haber hay "
     "hace tiene tienen puede pueden todo toda todos todas otro otra otros otras cada mismo misma"},
    {"fr",
     "le la les un une des du de à au aux et ou où mais donc or ni car que qui quoi dont quel "
     "quelle quels quelles en dans par pour sur sous avec sans entre vers chez contre depuis "
     "pendant selon je tu il elle on nous vous ils elles me te se lui leur leurs mon ma mes ton ta "
     "tes son sa ses notre nos votre vos ce cet cette ces cela ça ceux celle celui celles est sont "
     "était étaient être été suis sera seront fut a ont avait avaient avoir eu ai fait peut ne pas "
     "plus moins très aussi même comme si quand comment pourquoi y tout toute tous toutes autre "
     "autres déjà encore ainsi après avant c'est n'est d'un d'une qu'il qu'elle l'on s'est"},
    {"it",
     "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle "
     "da "
     "dal dallo dalla dai dagli dalle in nel nello nella nei negli nelle con su sul sullo sulla "
     "sui "
     "sugli sulle per tra fra e ed o ma se che chi cui quale quali quando dove come perché non più "
     "meno molto anche ancora già solo io tu lui lei noi voi loro mi ti si ci vi ne mio mia tuo "
     "suo "
     "sua suoi sue nostro questo questa questi queste quello quella quelli quelle è sono era erano "
     "essere stato stata stati fu ha hanno aveva avere ho può possono tutto tutti tutte altro "
     "altri "
     "dopo prima contro senza secondo c'è"},
    {"nl",
     "de het een en of maar want dat die dit deze wat wie waar wanneer hoe waarom welke in op aan "
     "van voor met naar bij uit om door over onder tot tegen tussen na sinds tijdens zonder te ten "
     "ter ik jij je hij zij ze wij we jullie u mij me hem haar ons hun hen mijn jouw zijn onze is "
     "was waren ben bent wordt worden werd werden heeft hebben had hadden kan kunnen kon zal "
     "zullen "
     "zou zouden moet moeten wil niet geen ook nog al er hier daar dan als zo meer zeer veel "
     "alleen "
     "toch omdat terwijl ander andere alle zich"},
    {"pl",
     "i a w we z ze na do od dla o u po pod nad przed przez przy bez za między oraz lub albo ale "
     "lecz więc bo że żeby aby gdy kiedy jeśli czy jak jako co kto który która które którzy "
     "których "
     "którego której gdzie dlaczego nie tak też także już jeszcze tylko bardzo bardziej to ten ta "
     "te ci tego tej tych tym temu on ona ono oni one ja ty my wy jego jej ich go mu im mnie mi "
     "się sobie swój swoje swojej jest są był była było były być będzie będą został została ma "
     "mają "
     "może mogą można wszystko wszystkie wszyscy inny inne tam tu tutaj podczas"},
    {"pt",
     "o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para "
     "com "
     "sem sob sobre entre até desde contra durante após ante segundo e ou mas que quem qual quais "
     "quando onde como porque porquê se não nem já muito mais menos também só ainda eu tu ele ela "
     "nós vós eles elas você vocês me te lhe lhes meu minha teu seu sua seus suas nosso nossa este "
     "esta isto estes estas esse essa isso esses essas aquele aquela aquilo é são era eram foi "
     "foram ser sido está estão estava estar tem têm tinha ter há pode podem todo toda todos todas "
     "outro outra outros outras ao aos à às num numa dele dela deles mesmo"},
    {"ru",
     "и в во не что он на я с со как а то все всё она так его но да ты к ко у же вы за бы по "
     "только "
     "ее её мне было были был была вот от меня еще ещё нет о об обо из ему теперь когда даже ну ли "
     "если уже или ни быть них нас вас им их до для мы тебя себя под над где есть надо ней без чем "
     "сам тоже чтобы кто этот эта это эти этого этой этом этих этим того тот та те тех том который "
     "которая которое которые которых которого которой при про через между после перед более также "
     "будет будут может могут мой твой свой свои своей своих наш ваш потому почему какой какие "
     "весь всех всего можно лишь однако"},
    {"sv",
     "och eller men att som om när där hur varför vad vem vilken vilket vilka en ett den det de "
     "dem "
     "denna detta dessa i på av för med till från vid under över mellan mot genom efter före utan "
     "hos inom jag du han hon vi ni man mig dig sig honom henne oss er min din sin sitt sina vår "
     "deras hans hennes är var vara varit blir blev har hade ha kan kunde ska skall skulle vill "
     "måste inte ingen inga också även bara redan mycket mer mest så än nu då här alla allt andra "
     "annan någon något några sedan eftersom medan dock"},
    {"tr",
     "ve veya ya da de ki ile için bu şu o bir biri onun onlar onu ona ondan bunu buna bunun "
     "bunlar "
     "biz siz ben sen bizim sizin benim senin kendi her hiç ne kim hangi nasıl neden niçin nerede "
     "gibi kadar sonra önce ama ancak fakat çünkü eğer ise daha en çok az olan olarak oldu olduğu "
     "olduğunu olacak olur etti eden ettiği var yok değil idi mi mı mu mü hem henüz sadece bütün "
     "tüm bazı böyle şöyle göre karşı üzere tarafından arasında üzerinde hakkında diye dair bile "
     "yani şey onların ayrıca"},
    {"uk",
     "і й та а але або чи що щоб як коли де чому хто який яка яке які якого якої яких в у на з із "
     "зі "
     "до від по за для про при під над між через після перед без об о я ти він вона воно ми ви "
     "вони "
     "його її їх йому їй їм мене мені тебе тобі нас нам вас вам себе свій своя своє свої цей ця це "
     "ці цього цієї цих той те ті того тої тих не ні так теж також ще вже тільки лише дуже "
     "більше був була було були бути є буде будуть може можуть можна весь вся все всі всіх якщо "
     "тому тоді там тут бо адже однак мій твій наш ваш"},
}};

// Bits of the languages that have a word, by their place in kStopWords.
using LanguageSet = std::uint32_t;
static_assert(kStopWords.size() < 32);

const WordNumbers& stop_words() {
  static const WordNumbers table = [] {
    std::map<std::string_view, LanguageSet> languages;
    for (std::size_t at = 0; at < kStopWords.size(); ++at) {
      std::string_view words = kStopWords[at].words;
      while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        languages[words.substr(0, end)] |= LanguageSet{1} << at;
        words.remove_prefix(std::min(end + 1, words.size()));
      }
    }
    WordNumbers numbers;
    for (const auto& [word, set] : languages) numbers.insert(word, set);
    return numbers;
  }();
  return table;
}

LanguageSet languages_with(std::string_view folded) {
  return stop_words().find(folded).value_or(0);
}

}  // namespace

bool is_stop_word(std::string_view folded, std::string_view language) {
  const LanguageSet languages = languages_with(folded);
  if (languages == 0) return false;
  for (std::size_t at = 0; at < kStopWords.size(); ++at) {
    if (kStopWords[at].language == language) return (languages >> at & 1U) != 0;
  }
  return false;
}

std::string_view stop_word_language(std::span<const std::string> folded_words) {
  std::array<std::size_t, kStopWords.size()> known{};
  for (const std::string& word : folded_words) {
    for (LanguageSet rest = languages_with(word); rest != 0; rest &= rest - 1) {
      ++known[static_cast<std::size_t>(std::countr_zero(rest))];
    }
  }
  const auto* const most = std::max_element(known.begin(), known.end());
  const bool tied = std::count(known.begin(), known.end(), *most) > 1;
  if (tied) return "en";
  return kStopWords[static_cast<std::size_t>(most - known.begin())].language;
}

}  // namespace dateline
