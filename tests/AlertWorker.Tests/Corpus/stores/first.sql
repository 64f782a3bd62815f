-- What a worker of the schema's first version had written into its file when it stopped.
BEGIN TRANSACTION;
CREATE TABLE [SchemaVersions] (
    SchemaVersionID INTEGER CONSTRAINT [PK_SchemaVersions_Id] PRIMARY KEY AUTOINCREMENT NOT NULL,
    ScriptName TEXT NOT NULL,
    Applied DATETIME NOT NULL
);
INSERT INTO "SchemaVersions" VALUES(1,'AlertWorker.Storage.Schema.0001_core.sql','2026-11-30 21:03:46.2733921');
INSERT INTO "SchemaVersions" VALUES(2,'AlertWorker.Storage.Schema.0002_deliveries.sql','2026-11-30 21:03:46.2793576');
CREATE TABLE address (
    address text not null primary key,
    refusals bigint not null default 0, -- in a row
    retired bigint,
    reason text,
    moved_to text,
    token text                          -- of its unsubscribe link, 128 random bits
);
CREATE TABLE alert (
    id text not null primary key,
    at bigint not null,
    crossing text not null,
    incident text not null,
    kind text not null,
    json text not null
);
INSERT INTO "alert" VALUES('6ed1f3c78ca3dc9e17c0',1796072630802,'torkham','torkham/2026-11-30','closed','{"id":"6ed1f3c78ca3dc9e17c0","at":"2026-11-30T21:03:50.8020539+00:00","incident":"torkham/2026-11-30","crossing":"torkham","kind":"closed","status":"closed","before":"unknown","flows":{"cargo:PK>AF":"closed","cargo:AF>PK":"closed","people:PK>AF":"closed","people:AF>PK":"closed"},"changedModes":["cargo","people"],"disputed":false,"certainty":"likely","since":"2026-11-30T21:03:48+00:00","quotes":[{"entryId":"Torkham-closed","text":"The Torkham border crossing was closed for all traffic","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"outlet":"news","link":"http://x.example/Torkham-closed","at":"2026-11-30T21:03:48+00:00","says":"closed"}],"reason":"first-claim","because":["Torkham-closed"],"alternatives":[{"crossing":"kharlachi","name":"Kharlachi","status":"unknown","kilometres":110},{"crossing":"ghulam-khan","name":"Ghulam Khan","status":"unknown","kilometres":151},{"crossing":"angoor-adda","name":"Angoor Adda","status":"unknown","kilometres":245},{"crossing":"chaman-spin-boldak","name":"Chaman-Spin Boldak (Friendship Gate)","status":"unknown","kilometres":563},{"crossing":"khunjerab","name":"Khunjerab Pass","status":"unknown","kilometres":496},{"crossing":"taftan-mirjaveh","name":"Taftan-Mirjaveh","status":"unknown","kilometres":1067}],"loud":true}');
INSERT INTO "alert" VALUES('8d5b0e6de248c901e6c1',1796072632654,'torkham','torkham/2026-11-30','reopened','{"id":"8d5b0e6de248c901e6c1","at":"2026-11-30T21:03:52.6543889+00:00","incident":"torkham/2026-11-30","crossing":"torkham","kind":"reopened","status":"open","before":"closed","flows":{"cargo:PK>AF":"open","cargo:AF>PK":"open","people:PK>AF":"open","people:AF>PK":"open"},"changedModes":["cargo","people"],"disputed":false,"certainty":"likely","since":"2026-11-30T21:03:51+00:00","quotes":[{"entryId":"Torkham-reopened","text":"The Torkham border crossing was reopened for all traffic","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"outlet":"news","link":"http://x.example/Torkham-reopened","at":"2026-11-30T21:03:51+00:00","says":"open"}],"reason":"reopened","because":["Torkham-reopened"],"alternatives":[{"crossing":"kharlachi","name":"Kharlachi","status":"unknown","kilometres":110},{"crossing":"ghulam-khan","name":"Ghulam Khan","status":"unknown","kilometres":151},{"crossing":"angoor-adda","name":"Angoor Adda","status":"unknown","kilometres":245},{"crossing":"chaman-spin-boldak","name":"Chaman-Spin Boldak (Friendship Gate)","status":"unknown","kilometres":563},{"crossing":"khunjerab","name":"Khunjerab Pass","status":"unknown","kilometres":496},{"crossing":"taftan-mirjaveh","name":"Taftan-Mirjaveh","status":"unknown","kilometres":1067}],"loud":true}');
INSERT INTO "alert" VALUES('6adc7534421c4460e0bb',1796072634583,'chaman-spin-boldak','chaman-spin-boldak/2026-11-30','closed','{"id":"6adc7534421c4460e0bb","at":"2026-11-30T21:03:54.583952+00:00","incident":"chaman-spin-boldak/2026-11-30","crossing":"chaman-spin-boldak","kind":"closed","status":"closed","before":"unknown","flows":{"cargo:PK>AF":"closed","cargo:AF>PK":"closed","people:PK>AF":"closed","people:AF>PK":"closed"},"changedModes":["cargo","people"],"disputed":false,"certainty":"likely","since":"2026-11-30T21:03:52+00:00","scheduled":{"at":"2026-12-06T00:00:00+00:00","dayOnly":true,"text":"2026-12-06"},"quotes":[{"entryId":"Chaman-closed","text":"The Chaman border crossing was closed for all traffic","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"outlet":"news","link":"http://x.example/Chaman-closed","at":"2026-11-30T21:03:52+00:00","says":"closed"}],"reason":"first-claim","because":["Chaman-closed"],"alternatives":[{"crossing":"torkham","name":"Torkham","status":"open","kilometres":563},{"crossing":"badini","name":"Badini","status":"unknown","kilometres":7777},{"crossing":"ghulam-khan","name":"Ghulam Khan","status":"unknown","kilometres":415},{"crossing":"islam-qala-dogharoun","name":"Islam Qala-Dogharoun","status":"unknown","kilometres":651},{"crossing":"zaranj-milak","name":"Zaranj-Milak (Silk Bridge)","status":"unknown","kilometres":439},{"crossing":"taftan-mirjaveh","name":"Taftan-Mirjaveh","status":"unknown","kilometres":516}],"loud":true}');
CREATE TABLE bot_state (
    key text not null primary key,
    value text not null,
    until bigint not null default 0
);
CREATE TABLE claim (
    id text not null primary key,       -- entry key, revision, place in the text
    entry text not null,
    feed text not null,
    crossing text not null,
    at bigint not null,                 -- event or publication time
    first_seen bigint not null,
    json text not null
);
INSERT INTO "claim" VALUES('0f66d7c27ffcb3bde869d27a666d622a-9c52b6a6-0','0f66d7c27ffcb3bde869d27a666d622a','news','torkham',1796072628000,1796072630678,'{"crossing":"torkham","status":"closed","change":"closure","ongoing":false,"scope":"all","stance":"asserted","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"certainty":"likely","alerting":true,"evidence":{"text":"The Torkham border crossing was closed for all traffic","start":31,"end":85},"exception":false,"barred":true,"rules":["named-in-clause","fact"]}');
INSERT INTO "claim" VALUES('9634b9a78a6f1e8251afc768ba636110-a67ecbfb-0','9634b9a78a6f1e8251afc768ba636110','news','torkham',1796072631000,1796072632633,'{"crossing":"torkham","status":"open","change":"reopening","ongoing":false,"scope":"all","stance":"asserted","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"certainty":"likely","alerting":true,"evidence":{"text":"The Torkham border crossing was reopened for all traffic","start":33,"end":89},"exception":false,"barred":false,"rules":["named-in-clause","fact"]}');
INSERT INTO "claim" VALUES('091f3f8c0b4671f72175f4b887d33924-d58833d2-0','091f3f8c0b4671f72175f4b887d33924','news','chaman-spin-boldak',1796072632000,1796072634572,'{"crossing":"chaman-spin-boldak","status":"closed","change":"closure","ongoing":false,"scope":"all","stance":"asserted","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"certainty":"likely","alerting":true,"evidence":{"text":"The Chaman border crossing was closed for all traffic","start":30,"end":83},"exception":false,"barred":true,"rules":["named-in-clause","fact"]}');
INSERT INTO "claim" VALUES('d724bd854c988c55ae7745a3a3246d57-1cf2e5fe-0','d724bd854c988c55ae7745a3a3246d57','news','chaman-spin-boldak',1796072632000,1796072634572,'{"crossing":"chaman-spin-boldak","change":"reopening","ongoing":false,"scheduled":{"at":"2026-12-06T00:00:00+00:00","dayOnly":true,"text":"2026-12-06"},"scope":"notSaid","stance":"planned","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"certainty":"likely","alerting":false,"evidence":{"text":"The Chaman border crossing will reopen on Sunday","start":43,"end":91},"exception":false,"barred":false,"rules":["named-in-clause","planned"]}');
CREATE TABLE crossing_status (
    crossing text not null primary key,
    at bigint not null,
    json text not null
);
INSERT INTO "crossing_status" VALUES('torkham',1796072632654,'{"crossing":"torkham","now":{"cells":[{"flow":"cargo:PK>AF","first":0,"second":0,"either":2},{"flow":"cargo:AF>PK","first":0,"second":0,"either":2},{"flow":"people:PK>AF","first":0,"second":0,"either":2},{"flow":"people:AF>PK","first":0,"second":0,"either":2}],"stands":[{"id":2,"status":"open","holder":"","since":"2026-11-30T21:03:51Z","asOf":"2026-11-30T21:03:51Z","named":true,"wide":false,"routine":false,"exception":false,"denial":false,"turned":true,"supports":[{"entryId":"Torkham-reopened","text":"The Torkham border crossing was reopened for all traffic","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"outlet":"news","link":"http://x.example/Torkham-reopened","at":"2026-11-30T21:03:51Z","family":"news","origin":"news","voice":"ARIF KAKAR","officialOf":"","strength":3,"copies":false}],"certainty":"likely"}],"lastStand":2,"pendingFlows":0,"promises":[],"incident":{"id":"torkham/2026-11-30","began":"2026-11-30T21:03:48Z","ended":"2026-11-30T21:03:51Z"},"since":"2026-11-30T21:03:51Z","clock":"2026-11-30T21:03:51Z","turn":"reopened","replaced":[{"id":1,"status":"closed","holder":"","since":"2026-11-30T21:03:48Z","asOf":"2026-11-30T21:03:48Z","named":true,"wide":false,"routine":false,"exception":false,"denial":false,"turned":false,"supports":[{"entryId":"Torkham-closed","text":"The Torkham border crossing was closed for all traffic","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"outlet":"news","link":"http://x.example/Torkham-closed","at":"2026-11-30T21:03:48Z","family":"news","origin":"news","voice":"ARIF KAKAR","officialOf":"","strength":3,"copies":false}],"certainty":"likely"}],"prints":[{"family":"news","entryId":"Torkham-closed","at":"2026-11-30T21:03:48Z","opens":false,"sketch":[4527199,45506246,336153887,347946958,620403481,1240477505,1360578947,1653963865,2223048334,2734646505,3265995797,3606488376,3643080935,3761033666,3864035191],"quotes":[],"figures":0},{"family":"news","entryId":"Torkham-reopened","at":"2026-11-30T21:03:51Z","opens":true,"sketch":[336153887,347946958,505332940,1619718232,1737529312,1874584460,2223048334,2509084431,2734646505,3158596674,3265995797,3399470634,3606488376,3761033666,3766704794],"quotes":[],"figures":0}]},"base":{"cells":[{"flow":"cargo:PK>AF","first":0,"second":0,"either":0},{"flow":"cargo:AF>PK","first":0,"second":0,"either":0},{"flow":"people:PK>AF","first":0,"second":0,"either":0},{"flow":"people:AF>PK","first":0,"second":0,"either":0}],"stands":[],"lastStand":0,"pendingFlows":0,"promises":[],"clock":"0001-01-01T00:00:00Z","turn":"","replaced":[],"prints":[]},"recent":[{"entryId":"Torkham-closed","link":"http://x.example/Torkham-closed","claim":{"crossing":"torkham","status":"closed","change":"closure","ongoing":false,"scope":"all","stance":"asserted","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"certainty":"likely","alerting":true,"evidence":{"text":"The Torkham border crossing was closed for all traffic","start":31,"end":85},"exception":false,"barred":true,"rules":[]},"source":{"id":"news","name":"news","tier":"press","publisher":"news","timeZone":"UTC"},"order":"2026-11-30T21:03:48Z","event":"2026-11-30T21:03:48Z","seen":"2026-11-30T21:03:50.678Z","doubtful":false,"structured":false,"inTitle":false,"origin":"news","print":{"family":"news","entryId":"Torkham-closed","at":"2026-11-30T21:03:48Z","opens":false,"sketch":[4527199,45506246,336153887,347946958,620403481,1240477505,1360578947,1653963865,2223048334,2734646505,3265995797,3606488376,3643080935,3761033666,3864035191],"quotes":[],"figures":0},"borderWide":false},{"entryId":"Torkham-reopened","link":"http://x.example/Torkham-reopened","claim":{"crossing":"torkham","status":"open","change":"reopening","ongoing":false,"scope":"all","stance":"asserted","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"certainty":"likely","alerting":true,"evidence":{"text":"The Torkham border crossing was reopened for all traffic","start":33,"end":89},"exception":false,"barred":false,"rules":[]},"source":{"id":"news","name":"news","tier":"press","publisher":"news","timeZone":"UTC"},"order":"2026-11-30T21:03:51Z","event":"2026-11-30T21:03:51Z","seen":"2026-11-30T21:03:52.633Z","doubtful":false,"structured":false,"inTitle":false,"origin":"news","print":{"family":"news","entryId":"Torkham-reopened","at":"2026-11-30T21:03:51Z","opens":false,"sketch":[336153887,347946958,505332940,1619718232,1737529312,1874584460,2223048334,2509084431,2734646505,3158596674,3265995797,3399470634,3606488376,3761033666,3766704794],"quotes":[],"figures":0},"borderWide":false}],"told":{"flows":["open","open","open","open"],"headline":"open","certainty":"likely","disputed":false,"routine":false,"announced":[],"missed":[]}}');
INSERT INTO "crossing_status" VALUES('chaman-spin-boldak',1796072634583,'{"crossing":"chaman-spin-boldak","now":{"cells":[{"flow":"cargo:PK>AF","first":0,"second":0,"either":1},{"flow":"cargo:AF>PK","first":0,"second":0,"either":1},{"flow":"people:PK>AF","first":0,"second":0,"either":1},{"flow":"people:AF>PK","first":0,"second":0,"either":1}],"stands":[{"id":1,"status":"closed","holder":"","since":"2026-11-30T21:03:52Z","asOf":"2026-11-30T21:03:52Z","named":true,"wide":false,"routine":false,"exception":false,"denial":false,"turned":false,"supports":[{"entryId":"Chaman-closed","text":"The Chaman border crossing was closed for all traffic","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"outlet":"news","link":"http://x.example/Chaman-closed","at":"2026-11-30T21:03:52Z","family":"news","origin":"news","voice":"ARIF KAKAR","officialOf":"","strength":3,"copies":false}],"certainty":"likely"}],"lastStand":1,"pendingFlows":0,"promises":[{"key":"open/2026-12-06","target":"open","at":"2026-12-06T00:00:00Z","dayOnly":true,"vague":false,"implied":false,"scope":"notSaid","holder":"","named":true,"made":"2026-11-30T21:03:52Z","support":{"entryId":"plan","text":"The Chaman border crossing will reopen on Sunday","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"outlet":"news","link":"http://x.example/plan","at":"2026-11-30T21:03:52Z","family":"news","origin":"news","voice":"ARIF KAKAR","officialOf":"","strength":3,"copies":false},"endOnly":false,"moved":false,"overdue":false,"schedule":{"at":"2026-12-06T00:00:00Z","dayOnly":true,"text":"2026-12-06"}}],"incident":{"id":"chaman-spin-boldak/2026-11-30","began":"2026-11-30T21:03:52Z"},"since":"2026-11-30T21:03:52Z","clock":"2026-11-30T21:03:52Z","turn":"first-claim","replaced":[],"prints":[{"family":"news","entryId":"Chaman-closed","at":"2026-11-30T21:03:52Z","opens":false,"sketch":[336153887,620403481,1227986623,1240477505,1360578947,1877374335,1908075646,2223048334,2734646505,3216292055,3502949374,3606488376,3643080935,3761033666,3864035191],"quotes":[],"figures":0},{"family":"news","entryId":"plan","at":"2026-11-30T21:03:52Z","opens":true,"sketch":[362281942,387098224,812625985,904336550,929807227,1470018489,1488347738,1925589735,2056410957,2240036901,2450939338,2475788404,2734646505,2985936634,3216292055,3761033666,4241854006],"quotes":[],"figures":0}]},"base":{"cells":[{"flow":"cargo:PK>AF","first":0,"second":0,"either":0},{"flow":"cargo:AF>PK","first":0,"second":0,"either":0},{"flow":"people:PK>AF","first":0,"second":0,"either":0},{"flow":"people:AF>PK","first":0,"second":0,"either":0}],"stands":[],"lastStand":0,"pendingFlows":0,"promises":[],"clock":"0001-01-01T00:00:00Z","turn":"","replaced":[],"prints":[]},"recent":[{"entryId":"Chaman-closed","link":"http://x.example/Chaman-closed","claim":{"crossing":"chaman-spin-boldak","status":"closed","change":"closure","ongoing":false,"scope":"all","stance":"asserted","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"certainty":"likely","alerting":true,"evidence":{"text":"The Chaman border crossing was closed for all traffic","start":30,"end":83},"exception":false,"barred":true,"rules":[]},"source":{"id":"news","name":"news","tier":"press","publisher":"news","timeZone":"UTC"},"order":"2026-11-30T21:03:52Z","event":"2026-11-30T21:03:52Z","seen":"2026-11-30T21:03:54.572Z","doubtful":false,"structured":false,"inTitle":false,"origin":"news","print":{"family":"news","entryId":"Chaman-closed","at":"2026-11-30T21:03:52Z","opens":false,"sketch":[336153887,620403481,1227986623,1240477505,1360578947,1877374335,1908075646,2223048334,2734646505,3216292055,3502949374,3606488376,3643080935,3761033666,3864035191],"quotes":[],"figures":0},"borderWide":false},{"entryId":"plan","link":"http://x.example/plan","claim":{"crossing":"chaman-spin-boldak","change":"reopening","ongoing":false,"scheduled":{"at":"2026-12-06T00:00:00Z","dayOnly":true,"text":"2026-12-06"},"scope":"notSaid","stance":"planned","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"certainty":"likely","alerting":false,"evidence":{"text":"The Chaman border crossing will reopen on Sunday","start":43,"end":91},"exception":false,"barred":false,"rules":[]},"source":{"id":"news","name":"news","tier":"press","publisher":"news","timeZone":"UTC"},"order":"2026-11-30T21:03:52Z","event":"2026-11-30T21:03:52Z","seen":"2026-11-30T21:03:54.572Z","doubtful":false,"structured":false,"inTitle":false,"origin":"news","print":{"family":"news","entryId":"plan","at":"2026-11-30T21:03:52Z","opens":false,"sketch":[362281942,387098224,812625985,904336550,929807227,1470018489,1488347738,1925589735,2056410957,2240036901,2450939338,2475788404,2734646505,2985936634,3216292055,3761033666,4241854006],"quotes":[],"figures":0},"borderWide":false}],"told":{"flows":["closed","closed","closed","closed"],"headline":"closed","certainty":"likely","disputed":false,"routine":false,"owed":"chaman-spin-boldak/2026-11-30","announced":["open/2026-12-06"],"missed":[]}}');
CREATE TABLE delivery (
    id text not null primary key,
    alert text,
    incident text,
    subscriber text not null,
    address text not null,
    scheme text not null,               -- channel: telegram, mailto, https, console
    language text not null,
    time_zone text not null,
    urgent bigint not null,
    note text,                          -- json of a message that is no alert
    sequence bigint not null,           -- order of coming
    created bigint not null,
    not_before bigint not null,         -- earliest time of the first try
    due bigint not null,                -- earliest time of the next try
    state text not null,                -- waiting, sent, dead, refused
    tries bigint not null default 0,
    first_try bigint,
    lease bigint not null default 0,    -- until when a node has it in hand
    node text,
    reference text,                     -- the channel's own id of the message
    problem text,                       -- last answer that was not a yes
    done bigint
);
INSERT INTO "delivery" VALUES('2d8b17ee79e165df9c1adb74','6ed1f3c78ca3dc9e17c0','torkham/2026-11-30','acme','https://acme.example/hook','https','en','UTC',1,NULL,1796072630917000,1796072630917,1796072630802,1796072630802,'sent',1,1796072630991,0,NULL,NULL,NULL,1796072630991);
INSERT INTO "delivery" VALUES('93f8988eba5f20407a522f8b','6ed1f3c78ca3dc9e17c0','torkham/2026-11-30','console','console:','console','en','UTC',1,NULL,1796072630917001,1796072630917,1796072630802,1796072630802,'sent',1,1796072630984,0,NULL,NULL,NULL,1796072630984);
INSERT INTO "delivery" VALUES('a93b34255a6fc81057edc64f','8d5b0e6de248c901e6c1','torkham/2026-11-30','acme','https://acme.example/hook','https','en','UTC',1,NULL,1796072632662000,1796072632662,1796072632654,1796072632654,'sent',1,1796072632666,0,NULL,NULL,NULL,1796072632666);
INSERT INTO "delivery" VALUES('419f4bdace074a97ff96ce6d','8d5b0e6de248c901e6c1','torkham/2026-11-30','console','console:','console','en','UTC',1,NULL,1796072632662001,1796072632662,1796072632654,1796072632654,'sent',1,1796072632665,0,NULL,NULL,NULL,1796072632665);
INSERT INTO "delivery" VALUES('0905a0fb81312f4ad57b425e','6adc7534421c4460e0bb','chaman-spin-boldak/2026-11-30','acme','https://acme.example/hook','https','en','UTC',1,NULL,1796072634590000,1796072634590,1796072634583,1796072634583,'sent',1,1796072634597,0,NULL,NULL,NULL,1796072634597);
INSERT INTO "delivery" VALUES('9ddde25a2034ebe974625403','6adc7534421c4460e0bb','chaman-spin-boldak/2026-11-30','console','console:','console','en','UTC',1,NULL,1796072634590001,1796072634590,1796072634583,1796072634583,'sent',1,1796072634596,0,NULL,NULL,NULL,1796072634596);
CREATE TABLE entry (
    key text not null primary key,      -- hash of feed and stable identity
    feed text not null,
    fingerprint text not null,          -- of title and link: the same story under a new guid
    content text not null,              -- of the whole text: changed under the same guid
    guid text not null,
    title text,
    link text,
    published bigint,
    first_seen bigint not null,
    last_seen bigint not null,
    json text                           -- the entry as read, kept where it spoke of a crossing
);
INSERT INTO "entry" VALUES('0a74fcdf20d2231d9e4e7f1ff21e9c24','news','90cc391f66dbe7fa5f9f1c643b6c2c9b','b6f0a7966faed31f7e2eb4fa80e009d6','quiet','Weather','http://x.example/quiet',1796072625000,1796072626888,1796072626888,NULL);
INSERT INTO "entry" VALUES('0f66d7c27ffcb3bde869d27a666d622a','news','9d67fc28553c1b4f67bc76dcb2e30d7c','9c52b6a6ce5c1ad7b56288ad9cb98af0','Torkham-closed','Torkham border crossing closed','http://x.example/Torkham-closed',1796072628000,1796072630678,1796072630678,'{"id":"Torkham-closed","title":"Torkham border crossing closed","link":"http://x.example/Torkham-closed","summary":"The Torkham border crossing was closed for all traffic, Assistant Commissioner Arif Kakar said.","publishedUtc":"2026-11-30T21:03:48+00:00","readings":[],"text":"The Torkham border crossing was closed for all traffic, Assistant Commissioner Arif Kakar said."}');
INSERT INTO "entry" VALUES('9634b9a78a6f1e8251afc768ba636110','news','6ca840c22ba0e94ada2fd507a286e505','a67ecbfb65cbf71636bbcc9eb36c1744','Torkham-reopened','Torkham border crossing reopened','http://x.example/Torkham-reopened',1796072631000,1796072632633,1796072632633,'{"id":"Torkham-reopened","title":"Torkham border crossing reopened","link":"http://x.example/Torkham-reopened","summary":"The Torkham border crossing was reopened for all traffic, Assistant Commissioner Arif Kakar said.","publishedUtc":"2026-11-30T21:03:51+00:00","readings":[],"text":"The Torkham border crossing was reopened for all traffic, Assistant Commissioner Arif Kakar said."}');
INSERT INTO "entry" VALUES('091f3f8c0b4671f72175f4b887d33924','news','e401d3dcc7131bad2bed4f6e5de86307','d58833d299acd28ba820208fb9e47f18','Chaman-closed','Chaman border crossing closed','http://x.example/Chaman-closed',1796072632000,1796072634572,1796072634572,'{"id":"Chaman-closed","title":"Chaman border crossing closed","link":"http://x.example/Chaman-closed","summary":"The Chaman border crossing was closed for all traffic, Assistant Commissioner Arif Kakar said.","publishedUtc":"2026-11-30T21:03:52+00:00","readings":[],"text":"The Chaman border crossing was closed for all traffic, Assistant Commissioner Arif Kakar said."}');
INSERT INTO "entry" VALUES('d724bd854c988c55ae7745a3a3246d57','news','fd18fa7825335125acb56cb713decbb9','1cf2e5fee77c6e4819e46f7d2b8dd921','plan','Chaman border crossing to reopen on Sunday','http://x.example/plan',1796072632000,1796072634572,1796072634572,'{"id":"plan","title":"Chaman border crossing to reopen on Sunday","link":"http://x.example/plan","summary":"The Chaman border crossing will reopen on Sunday, Assistant Commissioner Arif Kakar said.","publishedUtc":"2026-11-30T21:03:52+00:00","readings":[],"text":"The Chaman border crossing will reopen on Sunday, Assistant Commissioner Arif Kakar said."}');
CREATE TABLE feed_state (
    feed text not null primary key,
    at bigint not null,
    json text not null
);
INSERT INTO "feed_state" VALUES('news',1796072636728,'{"feed":"news","url":"https://news.example/feed","lastFull":"2026-11-30T21:03:56.4646477+00:00","firstRead":"2026-11-30T21:03:46.8125614+00:00","condition":"ok","since":"2026-11-30T21:03:46.8125614+00:00","polled":"2026-11-30T21:03:56.4646477+00:00","newest":"2026-11-30T21:03:52+00:00","lastNews":"2026-11-30T21:03:54.5713024+00:00","lastStory":"2026-11-30T21:03:54.5713024+00:00","rhythm":"00:00:03","failures":0,"haste":1,"skipHours":[],"stopped":false,"guidsUnreliable":false}');
CREATE TABLE fold_step (
    id integer primary key autoincrement,
    at bigint not null,
    crossing text not null,
    entry text,
    rule text not null,
    json text not null
);
INSERT INTO "fold_step" VALUES(1,1796072628000,'torkham','Torkham-closed','first-claim','{"at":"2026-11-30T21:03:48+00:00","crossing":"torkham","entryId":"Torkham-closed","claim":{"crossing":"torkham","status":"closed","change":"closure","ongoing":false,"scope":"all","stance":"asserted","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"certainty":"likely","alerting":true,"evidence":{"text":"The Torkham border crossing was closed for all traffic","start":31,"end":85},"exception":false,"barred":true,"rules":[]},"rule":"first-claim","reason":"A change for the worse is believed at once, with its certainty.","effect":"unknown → closed"}');
INSERT INTO "fold_step" VALUES(2,1796072631000,'torkham','Torkham-reopened','reopened','{"at":"2026-11-30T21:03:51+00:00","crossing":"torkham","entryId":"Torkham-reopened","claim":{"crossing":"torkham","status":"open","change":"reopening","ongoing":false,"scope":"all","stance":"asserted","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"certainty":"likely","alerting":true,"evidence":{"text":"The Torkham border crossing was reopened for all traffic","start":33,"end":89},"exception":false,"barred":false,"rules":[]},"rule":"reopened","reason":"Likely or better, not in the future tense, and not contradicted by the closing side.","effect":"closed → open"}');
INSERT INTO "fold_step" VALUES(3,1796072632000,'chaman-spin-boldak','Chaman-closed','first-claim','{"at":"2026-11-30T21:03:52+00:00","crossing":"chaman-spin-boldak","entryId":"Chaman-closed","claim":{"crossing":"chaman-spin-boldak","status":"closed","change":"closure","ongoing":false,"scope":"all","stance":"asserted","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"certainty":"likely","alerting":true,"evidence":{"text":"The Chaman border crossing was closed for all traffic","start":30,"end":83},"exception":false,"barred":true,"rules":[]},"rule":"first-claim","reason":"A change for the worse is believed at once, with its certainty.","effect":"unknown → closed"}');
INSERT INTO "fold_step" VALUES(4,1796072632000,'chaman-spin-boldak','plan','promised','{"at":"2026-11-30T21:03:52+00:00","crossing":"chaman-spin-boldak","entryId":"plan","claim":{"crossing":"chaman-spin-boldak","change":"reopening","ongoing":false,"scheduled":{"at":"2026-12-06T00:00:00+00:00","dayOnly":true,"text":"2026-12-06"},"scope":"notSaid","stance":"planned","speaker":{"name":"Arif Kakar","role":"assistant commissioner","kind":"official"},"certainty":"likely","alerting":false,"evidence":{"text":"The Chaman border crossing will reopen on Sunday","start":43,"end":91},"exception":false,"barred":false,"rules":[]},"rule":"promised","reason":"A named office gives a time; it will be watched.","effect":"nothing"}');
CREATE TABLE meta (
    key text not null primary key,
    value text not null
);
INSERT INTO "meta" VALUES('book','01a22e45-78d7-7b36-a3f8-143462f7fd57');
CREATE TABLE receipt (
    id integer primary key autoincrement,
    delivery text not null,
    at bigint not null,
    outcome text not null,              -- sent, later, refused
    detail text
);
INSERT INTO "receipt" VALUES(1,'93f8988eba5f20407a522f8b',1796072630984,'sent',NULL);
INSERT INTO "receipt" VALUES(2,'2d8b17ee79e165df9c1adb74',1796072630991,'sent','HTTP 204');
INSERT INTO "receipt" VALUES(3,'419f4bdace074a97ff96ce6d',1796072632665,'sent',NULL);
INSERT INTO "receipt" VALUES(4,'a93b34255a6fc81057edc64f',1796072632666,'sent','HTTP 204');
INSERT INTO "receipt" VALUES(5,'9ddde25a2034ebe974625403',1796072634596,'sent',NULL);
INSERT INTO "receipt" VALUES(6,'0905a0fb81312f4ad57b425e',1796072634597,'sent','HTTP 204');
CREATE TABLE subscriber (
    id text not null primary key,
    at bigint not null,
    json text not null
);
CREATE TABLE thread (
    incident text not null,
    address text not null,
    first text not null,
    last text not null,
    primary key (incident, address)
);
CREATE INDEX entry_fingerprint on entry (feed, fingerprint);
CREATE INDEX entry_first_seen on entry (first_seen);
CREATE INDEX entry_guid on entry (guid);
CREATE INDEX claim_crossing on claim (crossing, at);
CREATE INDEX claim_entry on claim (entry);
CREATE INDEX fold_step_crossing on fold_step (crossing, at);
CREATE INDEX fold_step_entry on fold_step (entry);
CREATE INDEX alert_at on alert (at);
CREATE INDEX alert_crossing on alert (crossing, at);
CREATE INDEX alert_incident on alert (incident);
CREATE INDEX delivery_waiting on delivery (scheme, urgent, due) where state = 'waiting';
CREATE INDEX delivery_queue on delivery (address, sequence) where state = 'waiting';
CREATE INDEX delivery_state on delivery (state, done);
CREATE INDEX delivery_alert on delivery (alert);
CREATE INDEX delivery_incident on delivery (incident);
CREATE INDEX delivery_address on delivery (address, sequence);
CREATE INDEX receipt_delivery on receipt (delivery);
CREATE UNIQUE INDEX address_token on address (token);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('SchemaVersions',2);
INSERT INTO "sqlite_sequence" VALUES('fold_step',4);
INSERT INTO "sqlite_sequence" VALUES('receipt',6);
COMMIT;
