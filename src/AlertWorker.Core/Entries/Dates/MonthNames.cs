using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AlertWorker.Entries.Dates;

/// <summary>Names of months in the languages of borders. A word counts when it is a name, or the beginning of names of one month only.</summary>
internal static class MonthNames
{
    private const int ShortestBeginning = 3;

    // One row a language, twelve words; "|" separates spellings, "_" the words of one name.
    private static readonly string[] Gregorian =
    [
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec",
        "januar|jänner februar märz|maerz|mrz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet|juil août|aout septembre octobre novembre décembre",
        "enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic",
        "janeiro fevereiro|fev março abril maio junho julho agosto setembro|set outubro|out novembro dezembro|dez",
        "gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre ottobre|ott novembre dicembre",
        "januari februari maart|mrt april mei juni juli augustus september oktober|okt november december",
        "stycznia|styczeń lutego|luty marca|marzec kwietnia|kwiecień maja|maj czerwca|czerwiec lipca|lipiec sierpnia|sierpień września|wrzesień października|październik listopada|listopad grudnia|grudzień",
        "ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec srpna|srpen září října|říjen listopadu prosince|prosinec",
        "január február március|márc április|ápr május|máj június július augusztus szeptember|szept október november december",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie|oct noiembrie decembrie",
        "januari februari mars april maj juni juli augusti september oktober november december|des|desember",
        "tammikuu|tammikuuta helmikuu|helmikuuta maaliskuu|maaliskuuta huhtikuu|huhtikuuta toukokuu|toukokuuta kesäkuu|kesäkuuta heinäkuu|heinäkuuta elokuu|elokuuta syyskuu|syyskuuta lokakuu|lokakuuta marraskuu|marraskuuta joulukuu|joulukuuta",
        "ocak|oca şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "января|январь февраля|февраль марта|март апреля|апрель мая|май июня|июнь июля|июль августа|август сентября|сентябрь октября|октябрь ноября|ноябрь декабря|декабрь",
        "січня|січень лютого|лютий березня|березень квітня|квітень травня|травень червня|червень липня|липень серпня|серпень вересня|вересень жовтня|жовтень листопада|листопад грудня|грудень",
        "студзеня|студзень лютага|люты сакавіка|сакавік красавіка|красавік мая|май чэрвеня|чэрвень ліпеня|ліпень жніўня|жнівень верасня|верасень кастрычніка|кастрычнік лістапада|лістапад снежня|снежань",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "ιανουαρίου|ιανουάριος φεβρουαρίου|φεβρουάριος μαρτίου|μάρτιος απριλίου|απρίλιος μαΐου|μάιος ιουνίου|ιούνιος ιουλίου|ιούλιος αυγούστου|αύγουστος σεπτεμβρίου|σεπτέμβριος οκτωβρίου|οκτώβριος νοεμβρίου|νοέμβριος δεκεμβρίου|δεκέμβριος",
        "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
        "يناير|كانون_الثاني فبراير|شباط مارس|آذار أبريل|ابريل|نيسان مايو|أيار|ايار يونيو|حزيران يوليو|تموز أغسطس|اغسطس|آب سبتمبر|أيلول|ايلول أكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول",
        "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
        "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
        "ژانویه فوریه مارس آوریل مه|می ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر",
        "جنوري فبروري مارچ اپریل مۍ|می جون جولای اګست سپټمبر|سپتمبر اکتوبر نومبر ډسمبر|دسمبر",
        "जनवरी फ़रवरी|फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
        "জানুয়ারি|জানুয়ারি ফেব্রুয়ারি|ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
        "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
        "հունվարի|հունվար փետրվարի|փետրվար մարտի|մարտ ապրիլի|ապրիլ մայիսի|մայիս հունիսի|հունիս հուլիսի|հուլիս օգոստոսի|օգոստոս սեպտեմբերի|սեպտեմբեր հոկտեմբերի|հոկտեմբեր նոյեմբերի|նոյեմբեր դեկտեմբերի|դեկտեմբեր",
        "janvāris|janvārī februāris|februārī marts|martā aprīlis|aprīlī maijs|maijā jūnijs|jūnijā jūlijs|jūlijā augusts|augustā septembris|septembrī oktobris|oktobrī novembris|novembrī decembris|decembrī",
        "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
        "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
        "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
        "јануари февруари март април мај јуни јули август септември октомври ноември декември",
        "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
        "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopad studenoga|studenog prosinca",
        "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
        "januar februar marec april maj junij julij avgust september oktober november december",
        "januari februari mac|machi aprili mei juni|jun julai agosti|ogos septemba oktoba novemba desemba|disemba",
        "januari|jan pebruari|feb maret april mei juni juli agustus|agu september oktober november desember|des",
        "មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ",
        "ខែមករា ខែកុម្ភៈ ខែមីនា ខែមេសា ខែឧសភា ខែមិថុនា ខែកក្កដា ខែសីហា ខែកញ្ញា ខែតុលា ខែវិច្ឆិកា ខែធ្នូ",
        "ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ် ဧပြီ မေ ဇွန် ဇူလိုင် ဩဂုတ်|သြဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ",
        "ጃንዩወሪ ፌብሩወሪ ማርች ኤፕሪል ሜይ ጁን ጁላይ ኦገስት ሴፕቴምበር ኦክቶበር ኖቬምበር ዲሴምበር",
        "ינואר|בינואר פברואר|בפברואר מרץ|במרץ|מרס אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר",
        "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
        "जनवरी फेब्रुअरी|फेब्रुवरी मार्च अप्रिल मे जुन जुलाई अगस्ट|अगष्ट सेप्टेम्बर|सेप्टेम्वर अक्टोबर|अक्टोवर नोभेम्बर|नोभेम्वर डिसेम्बर|डिसेम्वर",
        "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
        "yanvar fevral mart aprel may iyun iyul avqust|avgust sentyabr oktyabr noyabr dekabr",
        "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри",
        "январ|январы феврал|февралы марты|мартдын апрели|апрелдин майы|майдын июну|июндун июлу|июлдун августу|августтун сентябры|сентябрдын октябры|октябрдын ноябры|ноябрдын декабры|декабрдын",
        "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    ];

    private static readonly string[] SolarHijri =
    [
        "فروردین|فروردين اردیبهشت|اردي‌بهشت|ارديبهشت خرداد تیر|تير مرداد|امرداد شهریور|شهريور مهر آبان|ابان آذر|اذر دی|دي بهمن اسفند",
        "حمل ثور جوزا سرطان اسد سنبله میزان|ميزان عقرب قوس جدی|جدي دلو حوت",
        "وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب",
        "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand",
    ];

    private static readonly string[] BikramSambat =
    [
        "बैशाख|वैशाख जेठ|ज्येष्ठ असार|आषाढ साउन|श्रावण भदौ|भाद्र असोज|आश्विन कात्तिक|कार्तिक मंसिर|मङ्सिर पुस|पौष माघ फागुन|फाल्गुन चैत|चैत्र",
        "baisakh|baishakh jestha|jeth ashadh|asar|asadh shrawan|saun|sawan bhadra|bhadau ashwin|asoj|ashoj kartik mangsir|marga poush|push|paush magh falgun|fagun|phalgun chaitra|chait",
    ];

    private static readonly string[] Buddhist =
    [
        "มกราคม|ม.ค กุมภาพันธ์|ก.พ มีนาคม|มี.ค เมษายน|เม.ย พฤษภาคม|พ.ค มิถุนายน|มิ.ย กรกฎาคม|ก.ค สิงหาคม|ส.ค กันยายน|ก.ย ตุลาคม|ต.ค พฤศจิกายน|พ.ย ธันวาคม|ธ.ค",
        "มกรา กุมภา มีนา เมษา พฤษภา มิถุนา กรกฎา สิงหา กันยา ตุลา พฤศจิกา ธันวา",
        "ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ",
    ];

    private static readonly FrozenDictionary<string, Month> Exact = Table();
    private static readonly FrozenDictionary<string, Month> Pairs = Gregorian
        .SelectMany(row => row.Split(' ').Select((names, i) => (Names: names.Split('|'), Month: i + 1)))
        .SelectMany(names => names.Names.Where(name => name.Contains('_')).Select(name => (name, names.Month)))
        .ToFrozenDictionary(pair => Fold(pair.name), pair => new Month(CalendarKind.Gregorian, pair.Month));

    public static Month? Find(string word)
    {
        var key = Fold(word);
        if (Exact.TryGetValue(key, out var month))
            return month;
        if (key.Length < ShortestBeginning)
            return null;
        Month? found = null;
        foreach (var (name, candidate) in Exact)
        {
            if (!name.StartsWith(key, StringComparison.Ordinal))
                continue;
            if (found is { } other && other != candidate)
                return null;
            found = candidate;
        }
        return found;
    }

    /// <summary>A name written in two words (تشرين الثاني).</summary>
    public static Month? FindPair(string first, string second) =>
        Pairs.TryGetValue(Fold(first + second), out var month) ? month : null;

    private static FrozenDictionary<string, Month> Table()
    {
        var table = new Dictionary<string, Month>(StringComparer.Ordinal);
        Add(table, CalendarKind.Gregorian, Gregorian);
        Add(table, CalendarKind.Buddhist, Buddhist);
        Add(table, CalendarKind.SolarHijri, SolarHijri);
        Add(table, CalendarKind.BikramSambat, BikramSambat);
        // Arabic آذار folds apart from the Persian month آذر; listopad and lipca are what their first language says.
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, Month> table, CalendarKind calendar, string[] rows)
    {
        foreach (var row in rows)
        {
            var months = row.Split(' ');
            for (var i = 0; i < months.Length; i++)
                foreach (var name in months[i].Split('|'))
                    table.TryAdd(Fold(name), new Month(calendar, i + 1));
        }
    }

    /// <summary>
    /// Lower case; accents of Latin, Greek and Cyrillic letters removed, marks of other scripts kept; the letters that Arabic script
    /// writes in several ways made one.
    /// </summary>
    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is '\u0131') // Turkish capitals lose or gain a dot under other languages' rules
                folded.Append('i');
            else if (c == '_' || c is >= '\u064b' and <= '\u0652')
                continue;
            else if (c < '\u0590')
                folded.Append(char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]));
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.Format)
                folded.Append(
                    c switch
                    {
                        'أ' or 'إ' or 'آ' => 'ا',
                        'ي' or 'ى' => 'ی',
                        'ك' => 'ک',
                        _ => c,
                    }
                );
        }
        return folded.ToString();
    }
}
