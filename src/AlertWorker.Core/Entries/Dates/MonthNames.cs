using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AlertWorker.Entries.Dates;

/// <summary>Names of months in the languages of borders. A word counts when it is a name, or the beginning of names of one month only.</summary>
internal static class MonthNames
{
    private const int ShortestBeginning = 3;

    // One row a language, twelve words; "|" separates spellings.
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
        "يناير|كانون‌الثاني فبراير|شباط مارس|آذار أبريل|ابريل|نيسان مايو|أيار|ايار يونيو|حزيران يوليو|تموز أغسطس|اغسطس|آب سبتمبر|أيلول|ايلول أكتوبر|اكتوبر نوفمبر ديسمبر",
        "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
        "ژانویه فوریه مارس آوریل مه|می ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر",
        "جنوري فبروري مارچ اپریل مۍ|می جون جولای اګست سپټمبر|سپتمبر اکتوبر نومبر ډسمبر|دسمبر",
        "जनवरी फ़रवरी|फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
        "জানুয়ারি|জানুয়ারি ফেব্রুয়ারি|ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
        "มกราคม|ม.ค กุมภาพันธ์|ก.พ มีนาคม|มี.ค เมษายน|เม.ย พฤษภาคม|พ.ค มิถุนายน|มิ.ย กรกฎาคม|ก.ค สิงหาคม|ส.ค กันยายน|ก.ย ตุลาคม|ต.ค พฤศจิกายน|พ.ย ธันวาคม|ธ.ค",
        "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
        "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
        "yanvar fevral mart aprel may iyun iyul avqust|avgust sentyabr oktyabr noyabr dekabr",
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

    private static readonly FrozenDictionary<string, Month> Exact = Table();

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

    private static FrozenDictionary<string, Month> Table()
    {
        var table = new Dictionary<string, Month>(StringComparer.Ordinal);
        Add(table, CalendarKind.Gregorian, Gregorian);
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

    /// <summary>Lower case; accents of Latin, Greek and Cyrillic letters removed, marks of other scripts kept.</summary>
    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.ToLowerInvariant())
        {
            if (c < '\u0590')
                folded.Append(c.ToString().Normalize(NormalizationForm.FormD)[0]);
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.Format)
                folded.Append(c);
        }
        return folded.ToString();
    }
}
