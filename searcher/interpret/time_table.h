// The expressions of time that queries have, language by language. Literal words, and
//
//   <n>       a number, in digits or a word up to ten
//   <unit>    day, week, month or year
//   <date>    2023, March 2023, 1 March 2023, 2023-03-01
//   <month>   a month without a year: the last one that has begun
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
  TimeMeaning meaning;
  std::string_view forms;  // alternatives, with bars between
};

constexpr std::array kTimePatterns = {
    // English
    TimePattern{TimeMeaning::kToday, "today"},
    TimePattern{TimeMeaning::kYesterday, "yesterday"},
    TimePattern{TimeMeaning::kDayBeforeYesterday, "day before yesterday|the day before yesterday"},
    TimePattern{TimeMeaning::kThis, "this <unit>"},
    TimePattern{TimeMeaning::kLast, "last <unit>|previous <unit>"},
    TimePattern{
        TimeMeaning::kPast,
        "past <n> <unit>|last <n> <unit>|the past <n> <unit>|the last <n> <unit>|past <unit>|"
        "the past <unit>|in the last <unit>|in the past <unit>|in the last <n> <unit>|"
        "in the past <n> <unit>|over the past <unit>|over the past <n> <unit>"},
    TimePattern{TimeMeaning::kAgo, "<n> <unit> ago|a <unit> ago"},
    TimePattern{TimeMeaning::kSince,
                "since <date>|since <month>|from <date> on|from <date> onwards"},
    TimePattern{TimeMeaning::kUntil, "until <date>|till <date>|up to <date>"},
    TimePattern{TimeMeaning::kBefore, "before <date>"},
    TimePattern{TimeMeaning::kAfter, "after <date>"},
    TimePattern{TimeMeaning::kIn, "in <date>|on <date>|in <month>|during <date>"},
    TimePattern{TimeMeaning::kBetween, "between <date> and <date>|from <date> to <date>"},
    TimePattern{TimeMeaning::kDecade, "in the <tens> s|the <tens> s|<tens> s"},
    // German
    TimePattern{TimeMeaning::kToday, "heute"},
    TimePattern{TimeMeaning::kYesterday, "gestern"},
    TimePattern{TimeMeaning::kDayBeforeYesterday, "vorgestern"},
    TimePattern{TimeMeaning::kThis,
                "diese <unit>|dieser <unit>|diesen <unit>|dieses <unit>|in diesem <unit>|"
                "in dieser <unit>|diesem <unit>"},
    TimePattern{TimeMeaning::kLast,
                "letzte <unit>|letzten <unit>|letztes <unit>|letzter <unit>|letztem <unit>|"
                "vergangene <unit>|vergangenen <unit>|vergangenes <unit>|vorige <unit>|"
                "im letzten <unit>|im vergangenen <unit>|in der letzten <unit>"},
    TimePattern{TimeMeaning::kPast,
                "letzte <n> <unit>|letzten <n> <unit>|in den letzten <n> <unit>|seit <n> <unit>"},
    TimePattern{TimeMeaning::kAgo, "vor <n> <unit>|vor einer <unit>|vor einem <unit>"},
    TimePattern{TimeMeaning::kSince,
                "seit <date>|ab <date>|seit <month>|ab <month>|seit dem <date>"},
    TimePattern{TimeMeaning::kUntil, "bis <date>|bis <month>|bis zum <date>"},
    TimePattern{TimeMeaning::kBefore, "vor <date>|vor dem <date>"},
    TimePattern{TimeMeaning::kAfter, "nach <date>|nach dem <date>"},
    TimePattern{TimeMeaning::kIn, "im jahr <date>|im jahre <date>|im <month>|im <date>|am <date>"},
    TimePattern{TimeMeaning::kBetween,
                "zwischen <date> und <date>|von <date> bis <date>|vom <date> bis zum <date>"},
    TimePattern{TimeMeaning::kDecade,
                "in den <tens> ern|in den <tens> er jahren|<tens> er jahre|<tens> er jahren|"
                "der <tens> er jahre"},
    // French
    TimePattern{TimeMeaning::kToday, "aujourd'hui"},
    TimePattern{TimeMeaning::kYesterday, "hier"},
    TimePattern{TimeMeaning::kDayBeforeYesterday, "avant-hier"},
    TimePattern{TimeMeaning::kThis, "cette <unit>|ce <unit>|cet <unit>"},
    TimePattern{TimeMeaning::kLast,
                "la <unit> dernière|le <unit> dernier|l'<unit> dernier|l'<unit> dernière|"
                "<unit> dernière|<unit> dernier|la <unit> passée|l'<unit> passée"},
    TimePattern{
        TimeMeaning::kPast,
        "<n> derniers <unit>|<n> dernières <unit>|ces <n> derniers <unit>|les <n> derniers <unit>|"
        "les <n> dernières <unit>|depuis <n> <unit>"},
    TimePattern{TimeMeaning::kAgo, "il y a <n> <unit>"},
    TimePattern{TimeMeaning::kSince,
                "depuis <date>|depuis <month>|depuis le <date>|à partir de <date>"},
    TimePattern{TimeMeaning::kUntil, "jusqu'en <date>|jusqu'au <date>|jusqu'à <date>"},
    TimePattern{TimeMeaning::kBefore, "avant <date>|avant le <date>"},
    TimePattern{TimeMeaning::kAfter, "après <date>|après le <date>"},
    TimePattern{TimeMeaning::kIn, "en <date>|le <date>|en <month>|au mois de <month>"},
    TimePattern{TimeMeaning::kBetween,
                "entre <date> et <date>|de <date> à <date>|du <date> au <date>"},
    TimePattern{TimeMeaning::kDecade,
                "dans les années <tens>|les années <tens>|des années <tens>|années <tens>"},
    // Spanish
    TimePattern{TimeMeaning::kToday, "hoy"},
    TimePattern{TimeMeaning::kYesterday, "ayer"},
    TimePattern{TimeMeaning::kDayBeforeYesterday, "anteayer"},
    TimePattern{TimeMeaning::kThis, "esta <unit>|este <unit>"},
    TimePattern{TimeMeaning::kLast,
                "la <unit> pasada|el <unit> pasado|<unit> pasada|<unit> pasado|la última <unit>|"
                "el último <unit>"},
    TimePattern{
        TimeMeaning::kPast,
        "últimos <n> <unit>|últimas <n> <unit>|los últimos <n> <unit>|las últimas <n> <unit>|"
        "en los últimos <n> <unit>|en las últimas <n> <unit>"},
    TimePattern{TimeMeaning::kAgo, "hace <n> <unit>|hace un <unit>|hace una <unit>"},
    TimePattern{TimeMeaning::kSince,
                "desde <date>|desde <month>|a partir de <date>|desde el <date>"},
    TimePattern{TimeMeaning::kUntil, "hasta <date>|hasta el <date>"},
    TimePattern{TimeMeaning::kBefore, "antes de <date>|antes del <date>"},
    TimePattern{TimeMeaning::kAfter, "después de <date>|después del <date>"},
    TimePattern{TimeMeaning::kIn, "el <date>"},
    TimePattern{TimeMeaning::kBetween,
                "entre <date> y <date>|de <date> a <date>|desde <date> hasta <date>"},
    TimePattern{
        TimeMeaning::kDecade,
        "en los años <tens>|los años <tens>|años <tens>|la década de <tens>|década de <tens>"},
    // Italian
    TimePattern{TimeMeaning::kToday, "oggi"},
    TimePattern{TimeMeaning::kYesterday, "ieri"},
    TimePattern{TimeMeaning::kThis, "questa <unit>|questo <unit>|quest'<unit>"},
    TimePattern{TimeMeaning::kLast,
                "la <unit> scorsa|il <unit> scorso|la scorsa <unit>|lo scorso <unit>|scorsa <unit>|"
                "scorso <unit>|<unit> scorso|<unit> scorsa|l'<unit> scorso"},
    TimePattern{
        TimeMeaning::kPast,
        "ultimi <n> <unit>|ultime <n> <unit>|negli ultimi <n> <unit>|nelle ultime <n> <unit>"},
    TimePattern{TimeMeaning::kAgo, "<n> <unit> fa|un <unit> fa|una <unit> fa"},
    TimePattern{TimeMeaning::kSince, "da <month>|dal <date>|a partire dal <date>"},
    TimePattern{TimeMeaning::kUntil, "fino al <date>|fino a <date>"},
    TimePattern{TimeMeaning::kBefore, "prima del <date>|prima di <date>"},
    TimePattern{TimeMeaning::kAfter, "dopo il <date>|dopo <date>"},
    TimePattern{TimeMeaning::kIn, "nel <date>|il <date>|a <month>"},
    TimePattern{TimeMeaning::kBetween,
                "tra il <date> e il <date>|fra il <date> e il <date>|dal <date> al <date>"},
    TimePattern{TimeMeaning::kDecade, "negli anni <tens>|gli anni <tens>|anni <tens>"},
    // Portuguese
    TimePattern{TimeMeaning::kToday, "hoje"},
    TimePattern{TimeMeaning::kYesterday, "ontem"},
    TimePattern{TimeMeaning::kDayBeforeYesterday, "anteontem"},
    TimePattern{TimeMeaning::kThis, "nesta <unit>|neste <unit>"},
    TimePattern{TimeMeaning::kLast,
                "na <unit> passada|no <unit> passado|a <unit> passada|o <unit> passado"},
    TimePattern{TimeMeaning::kPast,
                "nos últimos <n> <unit>|nas últimas <n> <unit>|os últimos <n> <unit>"},
    TimePattern{TimeMeaning::kAgo, "há <n> <unit>|<n> <unit> atrás|há um <unit>|há uma <unit>"},
    TimePattern{TimeMeaning::kUntil, "até <date>|até <month>"},
    TimePattern{TimeMeaning::kAfter, "depois de <date>"},
    TimePattern{TimeMeaning::kIn, "em <date>|em <month>"},
    TimePattern{TimeMeaning::kBetween, "entre <date> e <date>"},
    TimePattern{TimeMeaning::kDecade,
                "nos anos <tens>|os anos <tens>|anos <tens>|na década de <tens>"},
    // Dutch
    TimePattern{TimeMeaning::kToday, "vandaag"},
    TimePattern{TimeMeaning::kYesterday, "gisteren"},
    TimePattern{TimeMeaning::kDayBeforeYesterday, "eergisteren"},
    TimePattern{TimeMeaning::kThis, "deze <unit>|dit <unit>"},
    TimePattern{TimeMeaning::kLast, "vorige <unit>|vorig <unit>|afgelopen <unit>"},
    TimePattern{TimeMeaning::kPast,
                "afgelopen <n> <unit>|de afgelopen <n> <unit>|laatste <n> <unit>"},
    TimePattern{TimeMeaning::kAgo, "<n> <unit> geleden|een <unit> geleden"},
    TimePattern{TimeMeaning::kSince, "sinds <date>|sinds <month>|vanaf <date>"},
    TimePattern{TimeMeaning::kUntil, "tot <date>"},
    TimePattern{TimeMeaning::kBefore, "voor <date>"},
    TimePattern{TimeMeaning::kAfter, "na <date>"},
    TimePattern{TimeMeaning::kIn, "op <date>"},
    TimePattern{TimeMeaning::kBetween, "tussen <date> en <date>|van <date> tot <date>"},
    TimePattern{TimeMeaning::kDecade, "in de jaren <tens>|jaren <tens>|de jaren <tens>"},
    // Russian
    TimePattern{TimeMeaning::kToday, "сегодня"},
    TimePattern{TimeMeaning::kYesterday, "вчера"},
    TimePattern{TimeMeaning::kDayBeforeYesterday, "позавчера"},
    TimePattern{TimeMeaning::kThis, "на этой <unit>|в этом <unit>|этой <unit>|этом <unit>"},
    TimePattern{TimeMeaning::kLast,
                "на прошлой <unit>|в прошлом <unit>|прошлая <unit>|прошлую <unit>|прошлой <unit>|"
                "прошлом <unit>|прошлый <unit>|прошлого <unit>"},
    TimePattern{
        TimeMeaning::kPast,
        "за последние <n> <unit>|последние <n> <unit>|за последний <unit>|за последнюю <unit>|"
        "за <n> <unit>"},
    TimePattern{TimeMeaning::kAgo, "<n> <unit> назад|<unit> назад"},
    TimePattern{TimeMeaning::kSince, "с <date>|с <month>|начиная с <date>"},
    TimePattern{TimeMeaning::kUntil, "по <date>"},
    TimePattern{TimeMeaning::kBefore, "до <date>"},
    TimePattern{TimeMeaning::kAfter, "после <date>"},
    TimePattern{TimeMeaning::kIn, "в <date>|в <month>"},
    TimePattern{TimeMeaning::kBetween,
                "с <date> по <date>|между <date> и <date>|с <date> до <date>"},
    TimePattern{TimeMeaning::kDecade, "в <tens> х|в <tens> е|<tens> х|<tens> е"},
    // Ukrainian
    TimePattern{TimeMeaning::kToday, "сьогодні"},
    TimePattern{TimeMeaning::kYesterday, "вчора|учора"},
    TimePattern{TimeMeaning::kDayBeforeYesterday, "позавчора"},
    TimePattern{TimeMeaning::kThis, "цього <unit>|на цьому <unit>"},
    TimePattern{TimeMeaning::kLast, "минулого <unit>|торік|на минулому <unit>|минулий <unit>"},
    TimePattern{TimeMeaning::kPast, "за останні <n> <unit>|останні <n> <unit>|за останній <unit>"},
    TimePattern{TimeMeaning::kAgo, "<n> <unit> тому|<unit> тому"},
    TimePattern{TimeMeaning::kSince, "з <date>|з <month>|від <date>"},
    TimePattern{TimeMeaning::kAfter, "після <date>"},
    TimePattern{TimeMeaning::kIn, "у <date>|у <month>"},
    TimePattern{TimeMeaning::kBetween,
                "з <date> по <date>|між <date> і <date>|між <date> та <date>"},
    TimePattern{TimeMeaning::kDecade, "у <tens> х|у <tens> ті|<tens> ті"},
    // Turkish
    TimePattern{TimeMeaning::kToday, "bugün"},
    TimePattern{TimeMeaning::kYesterday, "dün"},
    TimePattern{TimeMeaning::kDayBeforeYesterday, "evvelsi gün"},
    TimePattern{TimeMeaning::kThis, "bu <unit>"},
    TimePattern{TimeMeaning::kLast, "geçen <unit>|geçtiğimiz <unit>"},
    TimePattern{TimeMeaning::kPast, "son <n> <unit>|son bir <unit>"},
    TimePattern{TimeMeaning::kAgo, "<n> <unit> önce|bir <unit> önce"},
    TimePattern{TimeMeaning::kSince,
                "<date> ten beri|<date> den beri|<date> tan beri|<date> dan beri|<date> den "
                "itibaren|<date> ten itibaren"},
    TimePattern{TimeMeaning::kIn, "<date> te|<date> de|<date> ta|<date> da|<month> ayında"},
    TimePattern{TimeMeaning::kDecade,
                "<tens> lar|<tens> larda|<tens> larda|<tens> lı yıllar|<tens> lı yıllarda|<tens> "
                "li yıllar"},
    // Azerbaijani
    TimePattern{TimeMeaning::kToday, "bu gün"},
    TimePattern{TimeMeaning::kYesterday, "dünən"},
    TimePattern{TimeMeaning::kDayBeforeYesterday, "srağagün"},
    TimePattern{TimeMeaning::kLast, "keçən <unit>|ötən <unit>"},
    TimePattern{TimeMeaning::kPast, "son <n> <unit> ərzində"},
    TimePattern{TimeMeaning::kAgo, "<n> <unit> əvvəl|bir <unit> əvvəl"},
    TimePattern{TimeMeaning::kSince,
                "<date> ildən bəri|<date> ci ildən bəri|<date> cü ildən bəri|<date> cı ildən "
                "bəri|<date> cu ildən bəri"},
    TimePattern{TimeMeaning::kIn,
                "<date> ci il|<date> cü il|<date> cı il|<date> cu il|<date> ci ildə|<date> cü ildə|"
                "<date> cı ildə|<date> cu ildə|<date> ci ilin|<date> cü ilin|<month> ayında"},
    TimePattern{
        TimeMeaning::kDecade,
        "<tens> cı illər|<tens> ci illər|<tens> cu illər|<tens> cı illərdə|<tens> ci illərdə"},
    // Polish
    TimePattern{TimeMeaning::kToday, "dzisiaj|dziś"},
    TimePattern{TimeMeaning::kYesterday, "wczoraj"},
    TimePattern{TimeMeaning::kDayBeforeYesterday, "przedwczoraj"},
    TimePattern{TimeMeaning::kThis, "w tym <unit>|tego <unit>"},
    TimePattern{
        TimeMeaning::kLast,
        "w zeszłym <unit>|zeszłego <unit>|w ubiegłym <unit>|ubiegłego <unit>|zeszły <unit>"},
    TimePattern{TimeMeaning::kPast,
                "ostatnie <n> <unit>|w ciągu ostatnich <n> <unit>|ostatnich <n> <unit>"},
    TimePattern{TimeMeaning::kAgo, "<n> <unit> temu|<unit> temu"},
    TimePattern{TimeMeaning::kSince, "od <date>|od <month>"},
    TimePattern{TimeMeaning::kUntil, "do <date>"},
    TimePattern{TimeMeaning::kBefore, "przed <date>"},
    TimePattern{TimeMeaning::kAfter, "po <date>"},
    TimePattern{TimeMeaning::kIn, "w <date>|w <month>|we <month>"},
    TimePattern{TimeMeaning::kBetween, "między <date> a <date>|od <date> do <date>"},
    TimePattern{TimeMeaning::kDecade, "w latach <tens>|lata <tens>|latach <tens>"},
    // Arabic
    TimePattern{TimeMeaning::kToday, "اليوم"},
    TimePattern{TimeMeaning::kYesterday, "أمس"},
    TimePattern{TimeMeaning::kLast, "<unit> الماضي|<unit> الماضية"},
    TimePattern{TimeMeaning::kAgo, "قبل <n> <unit>|منذ <n> <unit>"},
    TimePattern{TimeMeaning::kSince, "منذ <date>|منذ عام <date>"},
    TimePattern{TimeMeaning::kBefore, "قبل <date>|قبل عام <date>"},
    TimePattern{TimeMeaning::kAfter, "بعد <date>|بعد عام <date>"},
    TimePattern{TimeMeaning::kIn, "في <date>|في عام <date>|عام <date>"},
    TimePattern{TimeMeaning::kBetween, "بين <date> و <date>|من <date> إلى <date>"},
    // Chinese
    TimePattern{TimeMeaning::kToday, "今天|今日"},
    TimePattern{TimeMeaning::kYesterday, "昨天|昨日"},
    TimePattern{TimeMeaning::kDayBeforeYesterday, "前天"},
    // Japanese
    TimePattern{TimeMeaning::kToday, "きょう"},
    TimePattern{TimeMeaning::kYesterday, "きのう"},
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
