package dev.headnote.text.sentence;

import dev.headnote.text.chars.WordTable;
import java.util.Map;
import java.util.Set;

/** Abbreviations and usual first words of languages other than English. */
final class ForeignWords {

  /** Of any language: its full stop never ends a sentence. */
  private static final String INTERNATIONAL = "dr prof mr mrs mme mlle mgr st ing vs cf vol tel";

  /** Abbreviations that stand before a name, a number or the like, and end no sentence. */
  private static final Map<String, String> JOINING =
      Map.of(
          "de",
          "bzw ca fa bd jh abb anm aufl bes bspw hl insb jg max min mind nr nrn rd tab univ zit zw dipl"
              + " lt mag hptm gen mio mrd tsd fr hr hrn frl abs art ggf ggfs inkl exkl einschl evtl"
              + " vgl sog ehem geb gest str kap hrsg hg verf red zzgl abzgl bezgl betr allg entspr"
              + " usf dgl d.h z.b u.a i.d.r o.ä v.a z.t u.u s.o s.u i.e.s jan feb apr jun jul aug"
              + " sept okt nov dez mo di mi do sa dipl.-ing kfm phil jur theol rer tgl jährl n.chr"
              + " v.chr gem ggü lfd sen jun bgm ltd inh präs min.-präs",
          "fr",
          "dre pr me ste bd av env pp p chap art tél cie gén col cdt lt cap adj ex janv févr avr juil"
              + " sept oct nov déc lun mar mer jeu ven sam dim fig éd éds coll trad réf hab km max min"
              + " n no nos av.j.-c p.ex c.-à-d mm m mrs ann niv env adr bull doc dir",
          "es",
          "sr sra srta sres sras dra gral cnel cap pdte pte profa arq gob dip sen núm núms pág págs p"
              + " pp art arts aprox tte cte hno hnos ntra sto sta fco ma d dña lic licda excmo excma"
              + " ilmo ilma mons av avda c ctra dpto depto ed eds fig figs ene feb mar abr may jun jul"
              + " ago sept oct nov dic p.ej ej cía ltda n no nº min máx mín rdo cfr",
          "it",
          "dott dott.ssa prof.ssa avv on sen mons gen col cap sig sig.ra sig.na sigg arch rag geom pag"
              + " pagg p pp art artt ca cfr es p.es ss ten magg mar egr gent spett n nn num fig figg"
              + " sez tav tab vol voll ed gen feb mar apr giu lug ago set ott nov dic min max s v",
          "pt",
          "sr sra srs sras srta profa dra drs eng arq gal cel cap ten maj núm art arts p pp pág págs"
              + " aprox máx mín dep sen gov pres des min d exmo exma ilmo ilma av r trav al ed eds fig"
              + " figs jan fev abr mai jun jul ago set out nov dez p.ex ex séc n nº no cx vs cia",
          "ru",
          "им акад доц проф стр см рис табл млн млрд тыс обл св гл ред изд напр просп пер"
              + " пл пос гр тов ген полк ср ул корп кв тел янв февр апр авг сент окт нояб дек"
              + " т.е т.к т.н т.ч гос ст пр-т наб р-н ок прим англ нем фр лат греч",
          "nl",
          "dhr mevr mw drs ir nr nrs ca bijv blz o.a m.n m.b.t d.w.z t.a.v i.v.m ds jl resp mln mld art"
              + " afd pag vgl red gen lt kol jan feb mrt apr jun jul aug sept okt nov dec",
          "pl",
          "mgr inż ul al np tzn tzw nr nry str św ks gen płk godz ok por ur zm hab art ust pkt red woj"
              + " im m.in tj pl os pn kpt mjr",
          "sv",
          "ca bl.a t.ex dvs kl nr s.k f.d jfr resp tel milj mdr jan feb apr aug sept okt nov dec fr hr"
              + " kap st s.k m.fl");

  /** Abbreviations behind which a capital begins a sentence, and a small letter doesn't. */
  private static final Map<String, String> TRAILING =
      Map.of(
          "de", "usw etc u.s.w u.a.m mwst gmbh co ag",
          "fr", "etc s.a",
          "es", "etc ee.uu s.a s.l a.c d.c",
          "it", "ecc etc s.p.a s.r.l a.c d.c",
          "pt", "etc s.a ltda a.c d.c",
          "ru", "др пр т.д т.п гг вв чел экз руб коп долл",
          "nl", "enz etc b.v n.v",
          "pl", "itd itp r w etc",
          "sv", "osv etc m.m o.s.v");

  private static final Map<String, String> STARTERS =
      Map.of(
          "de",
          "der die das den dem des ein eine einen einem einer er sie es wir ich ihr man in im am an auf"
              + " auch und aber doch dann dort so wie bei beim mit nach für von vom zu zum zur da danach"
              + " dabei damit darauf daraufhin dazu denn dies diese dieser dieses sein seine ihre ihr"
              + " unser alle alles als also ob obwohl nun nur noch nicht niemand viele wenn weil während"
              + " wer was wo warum zudem später seit seitdem vor unter über um jetzt heute gestern morgen"
              + " jedoch bereits bis aus ab trotz trotzdem zwar hier hinter gegen ohne durch je jeder jede",
          "fr",
          "le la les l un une des il elle ils elles on nous vous je tu ce cette ces cet c mais et ou en"
              + " dans pour sur selon après avant avec sans si quand comme depuis pendant son sa ses leur"
              + " leurs notre nos qui que quoi où pourquoi comment à au aux de du d par ainsi alors or car"
              + " aussi enfin hier demain aujourd tout tous toutes plusieurs deux trois rien personne",
          "es",
          "el la los las un una unos unas lo él ella ellos ellas yo tú nosotros y o pero en de del al a"
              + " con sin por para según tras desde hasta sobre entre cuando como si no su sus este esta"
              + " estos estas ese esa esto eso aunque además también ayer hoy mañana nadie nada todo todos"
              + " muchos qué quién dónde por ahora después antes dos tres",
          "it",
          "il lo la i gli le l un una uno è ha hanno sono egli lui lei loro io noi voi e o ma in nel nella"
              + " di del della a al alla da dal dalla con senza per su sul sulla secondo dopo prima se"
              + " quando come non questo questa questi queste quello quella suo sua anche ieri oggi domani"
              + " nessuno niente tutto tutti molti che chi dove perché poi però due tre",
          "pt",
          "o a os as um uma uns umas ele ela eles elas eu nós você e ou mas em no na nos nas de do da dos"
              + " das ao à com sem por para pelo pela segundo depois antes desde até sobre entre quando"
              + " como se não seu sua seus suas este esta esse essa isso isto também ontem hoje amanhã"
              + " ninguém nada tudo todos muitos que quem onde dois três",
          "ru",
          "в на и но а он она они оно мы вы я ты это этот эта эти тот та те как когда если что кто где"
              + " почему по за из от до с со у о об для при после перед через над под не нет ни их его её"
              + " ее все весь также там здесь тут тогда теперь вчера сегодня завтра однако поэтому затем"
              + " никто ничего два три",
          "nl",
          "de het een hij zij ze het wij we ik jullie en maar of in op aan bij met voor van naar na om"
              + " dat die dit deze er toen als ook niet niemand volgens sinds tot over onder nu daar hier",
          "pl",
          "w we na i a ale on ona oni one my wy ja ty to ten ta te jak kiedy gdy jeśli co kto gdzie"
              + " dlaczego po za z ze od do o u dla przy przed przez nie nikt nic jego jej ich także tam tu"
              + " teraz wczoraj dziś jutro jednak potem",
          "sv",
          "den det de en ett han hon vi jag ni du och men eller i på av med för från till om när då som"
              + " att inte ingen efter innan sedan enligt också där här nu sin");

  /** The codes of the languages that are known. */
  static final Set<String> LANGUAGES = JOINING.keySet();

  private ForeignWords() {}

  /**
   * The abbreviations of a language, with bits of {@link Abbreviations}.
   *
   * @param code one of {@link #LANGUAGES}, or anything else for those of any language
   */
  static WordTable beforeStop(String code) {
    return new WordTable(1024)
        .with(Abbreviations.CONNECTING, INTERNATIONAL)
        .with(Abbreviations.CONNECTING, JOINING.getOrDefault(code, INTERNATIONAL))
        .with(Abbreviations.TRAILING, TRAILING.getOrDefault(code, "etc"));
  }

  /** The usual first words of a language's sentences; none if it isn't known. */
  static WordTable starters(String code) {
    WordTable starters = new WordTable(512);
    String words = STARTERS.get(code);
    return words == null ? starters : starters.with(Abbreviations.STARTER, words);
  }
}
