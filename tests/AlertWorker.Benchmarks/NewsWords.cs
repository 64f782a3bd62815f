namespace AlertWorker.Benchmarks;

/// <summary>What generated news of one language is made of.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Filler">Everyday words, strung together at random; none has to do with borders.</param>
/// <param name="Closing">Sentences that say something of the crossing {0}.</param>
/// <param name="Naming">Sentences that only name it.</param>
/// <param name="Border">A sentence that speaks of a border and of no crossing.</param>
internal sealed record NewsWords(string Language, string Filler, string[] Closing, string[] Naming, string Border)
{
    public static IReadOnlyList<NewsWords> All { get; } =
    [
        new(
            "en",
            "the government said on Tuesday that new schools would be built in several districts while farmers waited for better prices after a dry summer and the national team prepared its next match against a strong side according to people who know the matter a spokesman told reporters more than forty companies had opened offices shops closed early because of heat doctors warned parents about water quality students asked their university to lower fees parliament will vote again next week when ministers return from Geneva with a plan",
            [
                "The {0} crossing was closed to all traffic on Tuesday after an exchange of fire, the deputy commissioner said.",
                "Trade through {0} resumed on Wednesday after eight days, customs officials said.",
                "The {0} border crossing remained closed for the fifth day on Thursday, leaving hundreds of trucks stranded.",
            ],
            [
                "A singer born in {0} gave two concerts in the capital last month.",
                "The new road will run through {0} and two other towns.",
            ],
            "The president spoke of friendship across the border between both nations."
        ),
        new(
            "ru",
            "правительство сообщило во вторник что новые школы построят в нескольких районах а фермеры ждут лучших цен после сухого лета сборная готовится к следующему матчу против сильного соперника по словам людей знакомых с вопросом более сорока компаний открыли офисы магазины закрылись раньше из-за жары врачи предупредили родителей о качестве воды студенты просят университет снизить плату депутаты вновь проголосуют на будущей неделе когда министры вернутся из Женевы с планом",
            [
                "Пункт пропуска {0} закрыт для всех видов транспорта из-за сильного снегопада, сообщили в таможне.",
                "Движение через пункт пропуска {0} возобновлено в среду, заявил представитель пограничной службы.",
            ],
            ["Певец родился в городе {0} и давно живёт в столице.", "Новая дорога пройдёт через {0} и ещё два города."],
            "Президент говорил о дружбе по обе стороны границы."
        ),
        new(
            "uk",
            "уряд повідомив у вівторок що нові школи збудують у кількох районах а фермери чекають кращих цін після сухого літа збірна готується до наступного матчу проти сильного суперника за словами людей обізнаних із питанням понад сорок компаній мають офіси лікарі попередили батьків про якість води студенти просять університет знизити плату депутати знову голосуватимуть наступного тижня коли міністри повернуться з Женеви з планом",
            [
                "Пункт пропуску {0} закрито для вантажівок через страйк, повідомила прикордонна служба.",
                "Рух через пункт пропуску {0} відновлено в середу, повідомили митники.",
            ],
            ["Співак народився в місті {0} і давно живе в столиці."],
            "Президент говорив про дружбу по обидва боки кордону."
        ),
        new(
            "ar",
            "قالت الحكومة يوم الثلاثاء إن مدارس جديدة ستبنى في عدة مناطق بينما ينتظر المزارعون أسعارا أفضل بعد صيف جاف ويستعد المنتخب لمباراته المقبلة أمام فريق قوي وفقا لأشخاص مطلعين على الأمر وذكر متحدث للصحفيين أن أكثر من أربعين شركة فتحت مكاتب لها وحذر الأطباء الآباء من جودة المياه وطلب الطلاب من الجامعة خفض الرسوم وسيصوت البرلمان مرة أخرى الأسبوع المقبل عندما يعود الوزراء من جنيف بخطة",
            [
                "أعلنت السلطات إغلاق معبر {0} أمام حركة المسافرين والبضائع يوم الأربعاء.",
                "أعيد فتح معبر {0} صباح الخميس بعد خمسة أيام من الإغلاق، وفق مسؤول في الجمارك.",
            ],
            ["ولد المغني في {0} ويعيش منذ سنوات في العاصمة."],
            "تحدث الرئيس عن الصداقة على جانبي الحدود."
        ),
        new(
            "fa",
            "دولت روز سه‌شنبه اعلام کرد که مدرسه‌های تازه در چند ناحیه ساخته می‌شود و کشاورزان پس از تابستانی خشک چشم به راه بهای بهتری هستند تیم ملی برای بازی بعدی برابر حریفی نیرومند آماده می‌شود به گفته آگاهان بیش از چهل شرکت دفتر دارند پزشکان درباره کیفیت آب هشدار دادند دانشجویان خواستار کاهش شهریه شدند نمایندگان هفته آینده دوباره رأی می‌دهند و وزیران با برنامه از ژنو برمی‌گردند",
            [
                "گذرگاه مرزی {0} روز چهارشنبه به روی همه رفت و آمدها بسته شد، یک مقام گمرک گفت.",
                "گذرگاه {0} پس از پنج روز دوباره باز شد.",
            ],
            ["خواننده در {0} زاده شد و سال‌هاست در پایتخت زندگی می‌کند."],
            "رئیس جمهور از دوستی در دو سوی مرز سخن گفت."
        ),
        new(
            "ur",
            "حکومت نے منگل کو کہا کہ کئی اضلاع میں نئے سکول بنائے جائیں گے جبکہ کسان خشک گرمی کے بعد بہتر قیمت کے منتظر ہیں قومی ٹیم اگلے میچ کی تیاری کر رہی ہے معاملے سے واقف لوگوں کے مطابق چالیس سے زیادہ کمپنیوں کے دفتر ہیں ڈاکٹروں نے والدین کو پانی کے معیار سے خبردار کیا طلبہ نے یونیورسٹی سے فیس کم کرنے کو کہا پارلیمان اگلے ہفتے پھر ووٹ دے گی جب وزیر جنیوا سے منصوبہ لے کر لوٹیں گے",
            [
                "{0} سرحدی گزرگاہ بدھ کو ہر قسم کی آمدورفت کے لیے بند کر دی گئی، ڈپٹی کمشنر نے بتایا۔",
                "{0} بارڈر پانچ روز بعد تجارت کے لیے دوبارہ کھول دیا گیا۔",
            ],
            ["گلوکار {0} میں پیدا ہوئے اور برسوں سے دارالحکومت میں رہتے ہیں۔"],
            "صدر نے سرحد کے دونوں جانب دوستی کی بات کی۔"
        ),
        new(
            "hi",
            "सरकार ने मंगलवार को कहा कि कई जिलों में नए विद्यालय बनाए जाएंगे जबकि किसान सूखी गर्मी के बाद बेहतर दाम की राह देख रहे हैं राष्ट्रीय टीम अगले मैच की तैयारी कर रही है मामले के जानकार लोगों के अनुसार चालीस से अधिक कंपनियों के कार्यालय हैं डॉक्टरों ने माता पिता को पानी की गुणवत्ता के बारे में चेताया छात्रों ने शुल्क घटाने की मांग की संसद अगले सप्ताह फिर मतदान करेगी",
            [
                "{0} सीमा चौकी बुधवार को सभी वाहनों के लिए बंद कर दी गई, अधिकारियों ने बताया।",
                "{0} से व्यापार पांच दिन बाद फिर शुरू हो गया।",
            ],
            ["गायक का जन्म {0} में हुआ और वे वर्षों से राजधानी में रहते हैं।"],
            "राष्ट्रपति ने सीमा के दोनों ओर मित्रता की बात की।"
        ),
        new(
            "es",
            "el gobierno dijo el martes que se construirán nuevas escuelas en varios distritos mientras los agricultores esperan mejores precios tras un verano seco y la selección prepara su próximo partido ante un rival fuerte según personas que conocen el asunto más de cuarenta empresas abrieron oficinas las tiendas cerraron antes por el calor los médicos advirtieron a los padres sobre la calidad del agua los estudiantes piden bajar las tasas el parlamento votará otra vez la próxima semana cuando los ministros vuelvan de Ginebra con un plan",
            [
                "El paso fronterizo {0} permanece cerrado por nieve desde el martes, informó la aduana.",
                "Reabrió el miércoles el paso {0} para todo tipo de vehículos, dijo la Gendarmería.",
            ],
            ["El cantante nació en {0} y vive desde hace años en la capital."],
            "El presidente habló de amistad a ambos lados de la frontera."
        ),
        new(
            "pt",
            "o governo disse na terça-feira que novas escolas serão construídas em vários distritos enquanto os agricultores esperam melhores preços depois de um verão seco e a seleção prepara o próximo jogo contra um adversário forte segundo pessoas que conhecem o assunto mais de quarenta empresas têm escritórios os médicos avisaram os pais sobre a qualidade da água os estudantes pedem taxas mais baixas o parlamento votará outra vez na próxima semana",
            [
                "A passagem de {0} foi fechada na quarta-feira para todos os veículos, informou a alfândega.",
                "A fronteira em {0} foi reaberta depois de cinco dias, disse a Receita.",
            ],
            ["O cantor nasceu em {0} e vive há anos na capital."],
            "O presidente falou de amizade nos dois lados da fronteira."
        ),
        new(
            "fr",
            "le gouvernement a dit mardi que de nouvelles écoles seront bâties dans plusieurs districts tandis que les agriculteurs attendent de meilleurs prix après un été sec et que la sélection prépare son prochain match contre un adversaire solide selon des personnes proches du dossier plus de quarante entreprises ont ouvert des bureaux les magasins ont fermé plus tôt à cause de la chaleur les médecins ont averti les parents de la qualité de l'eau les étudiants demandent de baisser les frais le parlement votera encore la semaine prochaine",
            [
                "Le poste-frontière de {0} a été fermé mercredi à toute circulation, a annoncé la douane.",
                "Le passage de {0} a rouvert jeudi après cinq jours, a déclaré le préfet.",
            ],
            ["Le chanteur est né à {0} et vit depuis des années dans la capitale."],
            "Le président a parlé d'amitié des deux côtés de la frontière."
        ),
        new(
            "de",
            "die Regierung teilte am Dienstag mit dass in mehreren Kreisen neue Schulen gebaut werden während Bauern nach einem trockenen Sommer auf bessere Preise warten und die Mannschaft ihr nächstes Spiel gegen einen starken Gegner vorbereitet nach Angaben von Kennern haben mehr als vierzig Firmen Büros eröffnet Geschäfte schlossen wegen der Hitze früher Ärzte warnten Eltern vor schlechtem Wasser Studenten baten um niedrigere Gebühren das Parlament stimmt nächste Woche wieder ab",
            [
                "Der Grenzübergang {0} ist seit Mittwoch für den gesamten Verkehr gesperrt, teilte der Zoll mit.",
                "Der Grenzübergang {0} wurde am Donnerstag nach fünf Tagen wieder geöffnet.",
            ],
            ["Der Sänger wurde in {0} geboren und lebt seit Jahren in der Hauptstadt."],
            "Der Präsident sprach von Freundschaft auf beiden Seiten der Grenze."
        ),
        new(
            "pl",
            "rząd podał we wtorek że w kilku powiatach powstaną nowe szkoły a rolnicy po suchym lecie czekają na lepsze ceny reprezentacja szykuje się do następnego meczu z silnym rywalem według osób znających sprawę ponad czterdzieści firm ma biura lekarze ostrzegli rodziców przed jakością wody studenci proszą o niższe opłaty sejm zagłosuje ponownie w przyszłym tygodniu gdy ministrowie wrócą z Genewy z planem",
            [
                "Przejście graniczne {0} zostało w środę zamknięte dla całego ruchu, podała straż graniczna.",
                "Przejście {0} otwarto ponownie w czwartek po pięciu dniach.",
            ],
            ["Piosenkarz urodził się w {0} i od lat mieszka w stolicy."],
            "Prezydent mówił o przyjaźni po obu stronach granicy."
        ),
        new(
            "tr",
            "hükümet salı günü birçok ilçede yeni okullar yapılacağını söyledi çiftçiler kurak bir yazdan sonra daha iyi fiyat bekliyor milli takım güçlü bir rakibe karşı sonraki maçına hazırlanıyor konuyu bilen kişilere göre kırktan fazla şirketin bürosu var doktorlar aileleri su kalitesi konusunda uyardı öğrenciler harçların düşmesini istiyor meclis gelecek hafta yeniden oylama yapacak bakanlar Cenevre'den bir planla dönecek",
            [
                "{0} Sınır Kapısı çarşamba günü tüm geçişlere kapatıldı, valilik açıkladı.",
                "{0} Sınır Kapısı beş gün sonra yeniden açıldı.",
            ],
            ["Şarkıcı {0} kentinde doğdu ve yıllardır başkentte yaşıyor."],
            "Cumhurbaşkanı sınırın iki yakasındaki dostluktan söz etti."
        ),
        new(
            "zh",
            "政府 星期二 表示 将 在 几个 地区 新建 学校 农民 在 干燥 的 夏天 之后 等待 更好 的 价格 国家队 准备 下一场 比赛 据 知情人士 称 四十多家 公司 设有 办事处 医生 提醒 家长 注意 水质 学生 希望 大学 降低 学费 议会 下周 再次 投票 部长们 将 带着 计划 回来",
            ["{0}口岸星期三对所有车辆关闭，海关称。", "{0}口岸五天后重新开放。"],
            ["歌手出生在{0}，多年来住在首都。"],
            "总统谈到边境两侧的友谊。"
        ),
    ];
}
