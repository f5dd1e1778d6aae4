// The expressions of time that queries have, language by language. Literal words, and
//
//   <n>       a number, in digits or a word up to ten
//   <unit>    day, week, month or year
//   <date>    2023, March 2023, 1 March 2023, 2023-03-01
//   <month>   a month without a year, in the pattern's language: the last one that has begun
//   <tens>    1990 or 90: the first year of a decade
//
// Our own compilation of facts.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "searcher/interpret/time_meaning.h"

namespace dateline {

struct TimePattern {
  std::string_view language;  // ISO 639-1
  TimeMeaning meaning;
  std::string_view forms;  // alternatives, with bars between
};

constexpr std::array kTimePatterns = {
    // English
    TimePattern{"en", TimeMeaning::kToday, "today"},
    TimePattern{"en", TimeMeaning::kYesterday, "yesterday"},
    TimePattern{"en", TimeMeaning::kDayBeforeYesterday,
                "day before yesterday|the day before yesterday"},
    TimePattern{"en", TimeMeaning::kThis, "this <unit>"},
    TimePattern{"en", TimeMeaning::kLast, "last <unit>|previous <unit>"},
    TimePattern{
        "en", TimeMeaning::kPast,
        "past <n> <unit>|last <n> <unit>|the past <n> <unit>|the last <n> <unit>|past <unit>|"
        "the past <unit>|in the last <unit>|in the past <unit>|in the last <n> <unit>|"
        "in the past <n> <unit>|over the past <unit>|over the past <n> <unit>"},
    TimePattern{"en", TimeMeaning::kAgo, "<n> <unit> ago|a <unit> ago"},
    TimePattern{"en", TimeMeaning::kSince,
                "since <date>|since <month>|from <date> on|from <date> onwards"},
    TimePattern{"en", TimeMeaning::kUntil, "until <date>|till <date>|up to <date>"},
    TimePattern{"en", TimeMeaning::kBefore, "before <date>"},
    TimePattern{"en", TimeMeaning::kAfter, "after <date>"},
    TimePattern{"en", TimeMeaning::kIn, "in <date>|on <date>|in <month>|during <date>"},
    TimePattern{"en", TimeMeaning::kBetween, "between <date> and <date>|from <date> to <date>"},
    TimePattern{"en", TimeMeaning::kDecade, "in the <tens> s|the <tens> s|<tens> s"},
    // German
    TimePattern{"de", TimeMeaning::kToday, "heute"},
    TimePattern{"de", TimeMeaning::kYesterday, "gestern"},
    TimePattern{"de", TimeMeaning::kDayBeforeYesterday, "vorgestern"},
    TimePattern{"de", TimeMeaning::kThis,
                "diese <unit>|dieser <unit>|diesen <unit>|dieses <unit>|in diesem <unit>|"
                "in dieser <unit>|diesem <unit>"},
    TimePattern{"de", TimeMeaning::kLast,
                "letzte <unit>|letzten <unit>|letztes <unit>|letzter <unit>|letztem <unit>|"
                "vergangene <unit>|vergangenen <unit>|vergangenes <unit>|vorige <unit>|"
                "im letzten <unit>|im vergangenen <unit>|in der letzten <unit>"},
    TimePattern{"de", TimeMeaning::kPast,
                "letzte <n> <unit>|letzten <n> <unit>|in den letzten <n> <unit>|seit <n> <unit>"},
    TimePattern{"de", TimeMeaning::kAgo, "vor <n> <unit>|vor einer <unit>|vor einem <unit>"},
    TimePattern{"de", TimeMeaning::kSince,
                "seit <date>|ab <date>|seit <month>|ab <month>|seit dem <date>"},
    TimePattern{"de", TimeMeaning::kUntil, "bis <date>|bis <month>|bis zum <date>"},
    TimePattern{"de", TimeMeaning::kBefore, "vor <date>|vor dem <date>"},
    TimePattern{"de", TimeMeaning::kAfter, "nach <date>|nach dem <date>"},
    TimePattern{"de", TimeMeaning::kIn,
                "im jahr <date>|im jahre <date>|im <month>|im <date>|am <date>"},
    TimePattern{"de", TimeMeaning::kBetween,
                "zwischen <date> und <date>|von <date> bis <date>|vom <date> bis zum <date>"},
    TimePattern{"de", TimeMeaning::kDecade,
                "in den <tens> ern|in den <tens> er jahren|<tens> er jahre|<tens> er jahren|"
                "der <tens> er jahre"},
    // French
    TimePattern{"fr", TimeMeaning::kToday, "aujourd'hui"},
    TimePattern{"fr", TimeMeaning::kYesterday, "hier"},
    TimePattern{"fr", TimeMeaning::kDayBeforeYesterday, "avant-hier"},
    TimePattern{"fr", TimeMeaning::kThis, "cette <unit>|ce <unit>|cet <unit>"},
    TimePattern{"fr", TimeMeaning::kLast,
                "la <unit> dernière|le <unit> dernier|l'<unit> dernier|l'<unit> dernière|"
                "<unit> dernière|<unit> dernier|la <unit> passée|l'<unit> passée"},
    TimePattern{
        "fr", TimeMeaning::kPast,
        "<n> derniers <unit>|<n> dernières <unit>|ces <n> derniers <unit>|les <n> derniers <unit>|"
        "les <n> dernières <unit>|depuis <n> <unit>"},
    TimePattern{"fr", TimeMeaning::kAgo, "il y a <n> <unit>"},
    TimePattern{"fr", TimeMeaning::kSince,
                "depuis <date>|depuis <month>|depuis le <date>|à partir de <date>"},
    TimePattern{"fr", TimeMeaning::kUntil, "jusqu'en <date>|jusqu'au <date>|jusqu'à <date>"},
    TimePattern{"fr", TimeMeaning::kBefore, "avant <date>|avant le <date>"},
    TimePattern{"fr", TimeMeaning::kAfter, "après <date>|après le <date>"},
    TimePattern{"fr", TimeMeaning::kIn, "en <date>|le <date>|en <month>|au mois de <month>"},
    TimePattern{"fr", TimeMeaning::kBetween,
                "entre <date> et <date>|de <date> à <date>|du <date> au <date>"},
    TimePattern{"fr", TimeMeaning::kDecade,
                "dans les années <tens>|les années <tens>|des années <tens>|années <tens>"},
    // Spanish
    TimePattern{"es", TimeMeaning::kToday, "hoy"},
    TimePattern{"es", TimeMeaning::kYesterday, "ayer"},
    TimePattern{"es", TimeMeaning::kDayBeforeYesterday, "anteayer"},
    TimePattern{"es", TimeMeaning::kThis, "esta <unit>|este <unit>"},
    TimePattern{"es", TimeMeaning::kLast,
                "la <unit> pasada|el <unit> pasado|<unit> pasada|<unit> pasado|la última <unit>|"
                "el último <unit>"},
    TimePattern{
        "es", TimeMeaning::kPast,
        "últimos <n> <unit>|últimas <n> <unit>|los últimos <n> <unit>|las últimas <n> <unit>|"
        "en los últimos <n> <unit>|en las últimas <n> <unit>"},
    TimePattern{"es", TimeMeaning::kAgo, "hace <n> <unit>|hace un <unit>|hace una <unit>"},
    TimePattern{"es", TimeMeaning::kSince,
                "desde <date>|desde <month>|a partir de <date>|desde el <date>"},
    TimePattern{"es", TimeMeaning::kUntil, "hasta <date>|hasta el <date>"},
    TimePattern{"es", TimeMeaning::kBefore, "antes de <date>|antes del <date>"},
    TimePattern{"es", TimeMeaning::kAfter, "después de <date>|después del <date>"},
    TimePattern{"es", TimeMeaning::kIn, "el <date>|en <month>"},
    TimePattern{"es", TimeMeaning::kBetween,
                "entre <date> y <date>|de <date> a <date>|desde <date> hasta <date>"},
    TimePattern{
        "es", TimeMeaning::kDecade,
        "en los años <tens>|los años <tens>|años <tens>|la década de <tens>|década de <tens>"},
    // Italian
    TimePattern{"it", TimeMeaning::kToday, "oggi"},
    TimePattern{"it", TimeMeaning::kYesterday, "ieri"},
    TimePattern{"it", TimeMeaning::kThis, "questa <unit>|questo <unit>|quest'<unit>"},
    TimePattern{"it", TimeMeaning::kLast,
                "la <unit> scorsa|il <unit> scorso|la scorsa <unit>|lo scorso <unit>|scorsa <unit>|"
                "scorso <unit>|<unit> scorso|<unit> scorsa|l'<unit> scorso"},
    TimePattern{
        "it", TimeMeaning::kPast,
        "ultimi <n> <unit>|ultime <n> <unit>|negli ultimi <n> <unit>|nelle ultime <n> <unit>"},
    TimePattern{"it", TimeMeaning::kAgo, "<n> <unit> fa|un <unit> fa|una <unit> fa"},
    TimePattern{"it", TimeMeaning::kSince, "da <month>|dal <date>|a partire dal <date>"},
    TimePattern{"it", TimeMeaning::kUntil, "fino al <date>|fino a <date>"},
    TimePattern{"it", TimeMeaning::kBefore, "prima del <date>|prima di <date>"},
    TimePattern{"it", TimeMeaning::kAfter, "dopo il <date>|dopo <date>"},
    TimePattern{"it", TimeMeaning::kIn, "nel <date>|il <date>|a <month>|in <month>"},
    TimePattern{"it", TimeMeaning::kBetween,
                "tra il <date> e il <date>|fra il <date> e il <date>|dal <date> al <date>"},
    TimePattern{"it", TimeMeaning::kDecade, "negli anni <tens>|gli anni <tens>|anni <tens>"},
    // Portuguese
    TimePattern{"pt", TimeMeaning::kToday, "hoje"},
    TimePattern{"pt", TimeMeaning::kYesterday, "ontem"},
    TimePattern{"pt", TimeMeaning::kDayBeforeYesterday, "anteontem"},
    TimePattern{"pt", TimeMeaning::kThis, "nesta <unit>|neste <unit>"},
    TimePattern{"pt", TimeMeaning::kLast,
                "na <unit> passada|no <unit> passado|a <unit> passada|o <unit> passado"},
    TimePattern{"pt", TimeMeaning::kPast,
                "nos últimos <n> <unit>|nas últimas <n> <unit>|os últimos <n> <unit>"},
    TimePattern{"pt", TimeMeaning::kAgo,
                "há <n> <unit>|<n> <unit> atrás|há um <unit>|há uma <unit>"},
    TimePattern{"pt", TimeMeaning::kSince, "desde <date>|desde <month>"},
    TimePattern{"pt", TimeMeaning::kUntil, "até <date>|até <month>"},
    TimePattern{"pt", TimeMeaning::kAfter, "depois de <date>"},
    TimePattern{"pt", TimeMeaning::kIn, "em <date>|em <month>"},
    TimePattern{"pt", TimeMeaning::kBetween, "entre <date> e <date>"},
    TimePattern{"pt", TimeMeaning::kDecade,
                "nos anos <tens>|os anos <tens>|anos <tens>|na década de <tens>"},
    // Dutch
    TimePattern{"nl", TimeMeaning::kToday, "vandaag"},
    TimePattern{"nl", TimeMeaning::kYesterday, "gisteren"},
    TimePattern{"nl", TimeMeaning::kDayBeforeYesterday, "eergisteren"},
    TimePattern{"nl", TimeMeaning::kThis, "deze <unit>|dit <unit>"},
    TimePattern{"nl", TimeMeaning::kLast, "vorige <unit>|vorig <unit>|afgelopen <unit>"},
    TimePattern{"nl", TimeMeaning::kPast,
                "afgelopen <n> <unit>|de afgelopen <n> <unit>|laatste <n> <unit>"},
    TimePattern{"nl", TimeMeaning::kAgo, "<n> <unit> geleden|een <unit> geleden"},
    TimePattern{"nl", TimeMeaning::kSince, "sinds <date>|sinds <month>|vanaf <date>"},
    TimePattern{"nl", TimeMeaning::kUntil, "tot <date>"},
    TimePattern{"nl", TimeMeaning::kBefore, "voor <date>"},
    TimePattern{"nl", TimeMeaning::kAfter, "na <date>"},
    TimePattern{"nl", TimeMeaning::kIn, "op <date>|in <month>"},
    TimePattern{"nl", TimeMeaning::kBetween, "tussen <date> en <date>|van <date> tot <date>"},
    TimePattern{"nl", TimeMeaning::kDecade, "in de jaren <tens>|jaren <tens>|de jaren <tens>"},
    // Russian
    TimePattern{"ru", TimeMeaning::kToday, "сегодня"},
    TimePattern{"ru", TimeMeaning::kYesterday, "вчера"},
    TimePattern{"ru", TimeMeaning::kDayBeforeYesterday, "позавчера"},
    TimePattern{"ru", TimeMeaning::kThis, "на этой <unit>|в этом <unit>|этой <unit>|этом <unit>"},
    TimePattern{"ru", TimeMeaning::kLast,
                "на прошлой <unit>|в прошлом <unit>|прошлая <unit>|прошлую <unit>|прошлой <unit>|"
                "прошлом <unit>|прошлый <unit>|прошлого <unit>"},
    TimePattern{
        "ru", TimeMeaning::kPast,
        "за последние <n> <unit>|последние <n> <unit>|за последний <unit>|за последнюю <unit>|"
        "за <n> <unit>"},
    TimePattern{"ru", TimeMeaning::kAgo, "<n> <unit> назад|<unit> назад"},
    TimePattern{"ru", TimeMeaning::kSince, "с <date>|с <month>|начиная с <date>"},
    TimePattern{"ru", TimeMeaning::kUntil, "по <date>"},
    TimePattern{"ru", TimeMeaning::kBefore, "до <date>"},
    TimePattern{"ru", TimeMeaning::kAfter, "после <date>"},
    TimePattern{"ru", TimeMeaning::kIn, "в <date>|в <month>"},
    TimePattern{"ru", TimeMeaning::kBetween,
                "с <date> по <date>|между <date> и <date>|с <date> до <date>"},
    TimePattern{"ru", TimeMeaning::kDecade, "в <tens> х|в <tens> е|<tens> х|<tens> е"},
    // Ukrainian
    TimePattern{"uk", TimeMeaning::kToday, "сьогодні"},
    TimePattern{"uk", TimeMeaning::kYesterday, "вчора|учора"},
    TimePattern{"uk", TimeMeaning::kDayBeforeYesterday, "позавчора"},
    TimePattern{"uk", TimeMeaning::kThis, "цього <unit>|на цьому <unit>"},
    TimePattern{"uk", TimeMeaning::kLast,
                "минулого <unit>|торік|на минулому <unit>|минулий <unit>"},
    TimePattern{"uk", TimeMeaning::kPast,
                "за останні <n> <unit>|останні <n> <unit>|за останній <unit>"},
    TimePattern{"uk", TimeMeaning::kAgo, "<n> <unit> тому|<unit> тому"},
    TimePattern{"uk", TimeMeaning::kSince, "з <date>|з <month>|від <date>"},
    TimePattern{"uk", TimeMeaning::kAfter, "після <date>"},
    TimePattern{"uk", TimeMeaning::kIn, "у <date>|у <month>"},
    TimePattern{"uk", TimeMeaning::kBetween,
                "з <date> по <date>|між <date> і <date>|між <date> та <date>"},
    TimePattern{"uk", TimeMeaning::kDecade, "у <tens> х|у <tens> ті|<tens> ті"},
    // Turkish
    TimePattern{"tr", TimeMeaning::kToday, "bugün"},
    TimePattern{"tr", TimeMeaning::kYesterday, "dün"},
    TimePattern{"tr", TimeMeaning::kDayBeforeYesterday, "evvelsi gün"},
    TimePattern{"tr", TimeMeaning::kThis, "bu <unit>"},
    TimePattern{"tr", TimeMeaning::kLast, "geçen <unit>|geçtiğimiz <unit>"},
    TimePattern{"tr", TimeMeaning::kPast, "son <n> <unit>|son bir <unit>"},
    TimePattern{"tr", TimeMeaning::kAgo, "<n> <unit> önce|bir <unit> önce"},
    TimePattern{"tr", TimeMeaning::kSince,
                "<date> ten beri|<date> den beri|<date> tan beri|<date> dan beri|<date> den "
                "itibaren|<date> ten itibaren"},
    TimePattern{"tr", TimeMeaning::kIn, "<date> te|<date> de|<date> ta|<date> da|<month> ayında"},
    TimePattern{"tr", TimeMeaning::kDecade,
                "<tens> lar|<tens> larda|<tens> larda|<tens> lı yıllar|<tens> lı yıllarda|<tens> "
                "li yıllar"},
    // Azerbaijani
    TimePattern{"az", TimeMeaning::kToday, "bu gün"},
    TimePattern{"az", TimeMeaning::kYesterday, "dünən"},
    TimePattern{"az", TimeMeaning::kDayBeforeYesterday, "srağagün"},
    TimePattern{"az", TimeMeaning::kLast, "keçən <unit>|ötən <unit>"},
    TimePattern{"az", TimeMeaning::kPast, "son <n> <unit> ərzində"},
    TimePattern{"az", TimeMeaning::kAgo, "<n> <unit> əvvəl|bir <unit> əvvəl"},
    TimePattern{"az", TimeMeaning::kSince,
                "<date> ildən bəri|<date> ci ildən bəri|<date> cü ildən bəri|<date> cı ildən "
                "bəri|<date> cu ildən bəri"},
    TimePattern{"az", TimeMeaning::kIn,
                "<date> ci il|<date> cü il|<date> cı il|<date> cu il|<date> ci ildə|<date> cü ildə|"
                "<date> cı ildə|<date> cu ildə|<date> ci ilin|<date> cü ilin|<month> ayında"},
    TimePattern{
        "az", TimeMeaning::kDecade,
        "<tens> cı illər|<tens> ci illər|<tens> cu illər|<tens> cı illərdə|<tens> ci illərdə"},
    // Polish
    TimePattern{"pl", TimeMeaning::kToday, "dzisiaj|dziś"},
    TimePattern{"pl", TimeMeaning::kYesterday, "wczoraj"},
    TimePattern{"pl", TimeMeaning::kDayBeforeYesterday, "przedwczoraj"},
    TimePattern{"pl", TimeMeaning::kThis, "w tym <unit>|tego <unit>"},
    TimePattern{
        "pl", TimeMeaning::kLast,
        "w zeszłym <unit>|zeszłego <unit>|w ubiegłym <unit>|ubiegłego <unit>|zeszły <unit>"},
    TimePattern{"pl", TimeMeaning::kPast,
                "ostatnie <n> <unit>|w ciągu ostatnich <n> <unit>|ostatnich <n> <unit>"},
    TimePattern{"pl", TimeMeaning::kAgo, "<n> <unit> temu|<unit> temu"},
    TimePattern{"pl", TimeMeaning::kSince, "od <date>|od <month>"},
    TimePattern{"pl", TimeMeaning::kUntil, "do <date>"},
    TimePattern{"pl", TimeMeaning::kBefore, "przed <date>"},
    TimePattern{"pl", TimeMeaning::kAfter, "po <date>"},
    TimePattern{"pl", TimeMeaning::kIn, "w <date>|w <month>|we <month>"},
    TimePattern{"pl", TimeMeaning::kBetween, "między <date> a <date>|od <date> do <date>"},
    TimePattern{"pl", TimeMeaning::kDecade, "w latach <tens>|lata <tens>|latach <tens>"},
    // Arabic
    TimePattern{"ar", TimeMeaning::kToday, "اليوم"},
    TimePattern{"ar", TimeMeaning::kYesterday, "أمس"},
    TimePattern{"ar", TimeMeaning::kLast, "<unit> الماضي|<unit> الماضية"},
    TimePattern{"ar", TimeMeaning::kAgo, "قبل <n> <unit>|منذ <n> <unit>"},
    TimePattern{"ar", TimeMeaning::kSince, "منذ <date>|منذ عام <date>"},
    TimePattern{"ar", TimeMeaning::kBefore, "قبل <date>|قبل عام <date>"},
    TimePattern{"ar", TimeMeaning::kAfter, "بعد <date>|بعد عام <date>"},
    TimePattern{"ar", TimeMeaning::kIn, "في <date>|في عام <date>|عام <date>"},
    TimePattern{"ar", TimeMeaning::kBetween, "بين <date> و <date>|من <date> إلى <date>"},
    // Chinese
    TimePattern{"zh", TimeMeaning::kToday, "今天|今日"},
    TimePattern{"zh", TimeMeaning::kYesterday, "昨天|昨日"},
    TimePattern{"zh", TimeMeaning::kDayBeforeYesterday, "前天"},
    // Japanese
    TimePattern{"ja", TimeMeaning::kToday, "きょう"},
    TimePattern{"ja", TimeMeaning::kYesterday, "きのう"},
};

// 'd', 'w', 'm' or 'y', as words of all of the languages, in the forms that follow a number too.
constexpr std::array<std::pair<char, std::string_view>, 4> kTimeUnits = {{
    {'d',
     "day|days|tag|tage|tagen|jour|jours|día|días|giorno|giorni|dia|dias|dag|dagen|день|дня|дней|"
     "дні|днів|gün|"
     "dzień|dni|dnia|يوم|أيام|اليوم"},
    {'w',
     "week|weeks|woche|wochen|semaine|semaines|semana|semanas|settimana|settimane|weken|неделя|"
     "неделе|неделю|недели|"
     "недель|тиждень|тижні|тижня|тижнів|hafta|həftə|tydzień|tygodniu|tygodnia|tygodnie|tygodni|"
     "الأسبوع|أسبوع|أسابيع"},
    {'m',
     "month|months|monat|monats|monate|monaten|mois|mes|meses|mese|mesi|mês|maand|maanden|месяц|"
     "месяце|месяца|месяцев|"
     "місяць|місяці|місяця|місяців|ay|miesiąc|miesiącu|miesiąca|miesiące|miesięcy|الشهر|شهر|أشهر"},
    {'y',
     "year|years|jahr|jahres|jahre|jahren|an|ans|année|années|año|años|anno|anni|ano|anos|jaar|"
     "jaren|год|году|года|лет|"
     "рік|році|року|роки|років|yıl|yılı|il|rok|roku|lata|lat|العام|عام|أعوام|سنوات"},
}};

// One to ten.
constexpr std::array<std::string_view, 10> kTimeNumbers = {{
    "one|ein|eine|einem|einer|un|une|una|uno|um|uma|een|один|одну|одна|одне|bir|jeden|jedną",
    "two|zwei|deux|dos|due|dois|duas|twee|два|две|дві|iki|dwa|dwie|dwóch",
    "three|drei|trois|tres|tre|três|drie|три|трёх|üç|trzy|trzech",
    "four|vier|quatre|cuatro|quattro|quatro|четыре|чотири|dört|dörd|cztery|czterech",
    "five|fünf|cinq|cinco|cinque|vijf|пять|п'ять|beş|pięć|pięciu",
    "six|sechs|seis|sei|zes|шесть|шість|altı|sześć|sześciu",
    "seven|sieben|sept|siete|sette|sete|zeven|семь|сім|yedi|yeddi|siedem|siedmiu",
    "eight|acht|huit|ocho|otto|oito|восемь|вісім|sekiz|səkkiz|osiem|ośmiu",
    "nine|neun|neuf|nueve|nove|negen|девять|дев'ять|dokuz|doqquz|dziewięć|dziewięciu",
    "ten|zehn|dix|diez|dieci|dez|tien|десять|on|dziesięć|dziesięciu",
}};

// A whole unit in one word.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kWholeUnits = {{
    {"去年", "last y"},
    {"今年", "this y"},
    {"上周", "last w"},
    {"上个月", "last m"},
    {"本周", "this w"},
    {"本月", "this m"},
    {"先週", "last w"},
    {"先月", "last m"},
    {"今週", "this w"},
    {"今月", "this m"},
    {"昨年", "last y"},
    {"торік", "last y"},
}};

// Cases of months that a calendar does not list, January first.
constexpr std::array<std::string_view, 12> kMonthCases = {{
    "январе|січні|styczniu",
    "феврале|лютому|lutym",
    "марте|березні|marcu",
    "апреле|квітні|kwietniu",
    "мае|травні|maju",
    "июне|червні|czerwcu",
    "июле|липні|lipcu",
    "августе|серпні|sierpniu",
    "сентябре|вересні|wrześniu",
    "октябре|жовтні|październiku",
    "ноябре|листопаді|listopadzie",
    "декабре|грудні|grudniu",
}};

// Words that may stand between the parts of a date, and after it.
constexpr std::string_view kDateLinks = "of|de|del|di|da|van|the|do";
constexpr std::string_view kYearWords =
    "года|году|год|г|року|році|рік|roku|r|yılı|yılında|yılının|年";

}  // namespace dateline
