using ArenaWeb.Privacy.Rules;
using Judge.Settings;

namespace ArenaWeb.Hosting;

/// <summary>
/// Settings of the arena, from section <c>Contest</c> (environment: <c>Contest__DataFolder</c> and so on). Relative folders
/// stand under <see cref="Home"/>. Read once at the start; a wrong one stops it with a <see cref="WrongSettingException"/>.
/// </summary>
internal sealed record ArenaOptions
{
    public const string Section = "Contest";

    /// <summary>Where relative folders begin; empty: the folder of the sources that the program lies in, else the working folder.</summary>
    public string Home { get; init; } = "";

    /// <summary>Empty: SQLite in the data folder, enough for one machine; else a PostgreSQL connection string (<c>Host=…</c>).</summary>
    public string Database { get; init; } = "";

    /// <summary>One folder for database, sources, keys and logs, so that a backup is a copy of it.</summary>
    public string DataFolder { get; init; } = ".data";

    /// <summary>Problem packages, a folder each.</summary>
    public string ProblemsFolder { get; init; } = "problems";

    /// <summary>Languages, a folder each with its <c>language.json</c>.</summary>
    public string LanguagesFolder { get; init; } = "sandbox-images";

    /// <summary>Root file systems of the boxes; empty: <c>CONTEST_IMAGES</c>, else where <c>sandbox-images/build</c> puts them.</summary>
    public string ImagesFolder { get; init; } = "";

    /// <summary>Judges in this process, so that one machine needs one program; false where judges run apart.</summary>
    public bool EmbeddedJudge { get; init; } = true;

    /// <summary>Submissions judged at once by the embedded judge; 0: one a core.</summary>
    public int Slots { get; init; }

    /// <summary>Name of the embedded judge on the organiser's page; must differ between nodes.</summary>
    public string Node { get; init; } = Environment.MachineName;

    /// <summary>Fills an empty database with contests and people to try, and writes their sign-in cards into the data folder.</summary>
    public bool Demo { get; init; }

    /// <summary>Name on every page, 1 to 60 characters; a school may run it under its own.</summary>
    public string SiteName { get; init; } = "Sân chơi";

    /// <summary>
    /// Organisers, administrators and heads of juries must set up a second factor (a code from their phone) before they do anything else.
    /// </summary>
    public bool SecondFactor { get; init; }

    /// <summary>
    /// Who sends it as a bearer token may read <c>/metrics</c> from anywhere; empty: only this machine may. At least 16 characters.
    /// </summary>
    public string MetricsToken { get; init; } = "";

    /// <summary>
    /// Address of a collector that speaks OTLP (<c>http://host:4317</c>), which gets this program's part of each judging's trace; empty:
    /// none.
    /// </summary>
    public string TracesTo { get; init; } = "";

    /// <summary>Addresses of reverse proxies whose X-Forwarded headers are believed, parted by commas; empty: nobody's are.</summary>
    public string TrustedProxies { get; init; } = "";

    /// <summary>How this arena works with others (<c>Contest__Cluster__Address</c> and so on); its files stand under the home.</summary>
    public ClusterSettings Cluster { get; init; } = new();

    /// <summary>How long personal data is kept (<c>Contest__Privacy__NamesMonths</c> and so on).</summary>
    public RetentionSettings Privacy { get; init; } = new();

    /// <summary>The part of the settings that the judge needs.</summary>
    public JudgeOptions Judge =>
        new()
        {
            Database = Database,
            DataFolder = DataFolder,
            ProblemsFolder = ProblemsFolder,
            LanguagesFolder = LanguagesFolder,
            ImagesFolder = ImagesFolder,
            Node = Node,
            Slots = Slots,
            Cluster = Cluster,
        };
}
