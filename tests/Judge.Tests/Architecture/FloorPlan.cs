namespace Judge.Tests.Architecture;

/// <summary>
/// The plan of the house, from below: one line a floor, with a blank between its folders. A folder inside another has a floor of its own;
/// files right in a folder stand on the floor that bears its name alone, files of the root on ".".
/// </summary>
internal static class FloorPlan
{
    public static readonly string[] Judge =
    [
        "Messages",
        "Settings",
        "Lite",
        "Sandbox/Runner Sandbox/Filter Sandbox/Inputs",
        "Sandbox/Pool",
        "Sandbox/Docker Sandbox/Bubblewrap",
        "Sandbox",
        "Worlds/Levels Worlds/Trees",
        "Worlds/Run Worlds/Texts",
        "Worlds/Blocks Worlds/Talk",
        "Problems",
        "Problems/Package",
        "Formats/Draft",
        "Formats/Archive Formats/Statements Formats/Levels",
        "Formats/Kattis",
        "Formats/Polygon Formats/Cms Formats/Hustoj Formats/Qduoj Formats/Themis Formats/Plain",
        "Formats",
        "Contests",
        "Events",
        "Submit",
        "Drafts",
        "Submit/Intake",
        "Score",
        "Worlds",
        "Worlds/Lint",
        "Kodu/Tiles",
        "Kodu/Model",
        "Kodu/Containers Kodu/Text",
        "Kodu/Reading Kodu/Measures",
        "Kodu/Findings Kodu/Tasks Kodu/Provenance Kodu/Play",
        "Programs/Script/Protocol",
        "Programs/Script",
        "Programs/Compile",
        "Programs/Run",
        "Programs/Check/Contracts",
        "Programs/Check",
        "Programs/Verdicts",
        "Programs/Testing",
        "Programs Marking Kodu",
        "Marking/Statistics Marking/Moderation Marking/Ranks Marking/Draw Marking/Saving",
        "Marking/Assignment Marking/Timetable",
        "Progress",
        "Queue Board",
        "Nodes",
        "Nodes/Store",
        "Cluster Verify Grade",
        "Rejudge",
        "Storage",
        ".",
    ];

    public static readonly string[] ArenaWeb =
    [
        "Words",
        "Layout/Mathematics",
        "Layout/Tags",
        "Layout",
        "Schools/Tree",
        "Rosters/Sheets",
        "Schools/Import Schools/Editions",
        "Entries/Rules Entries/Seating Puzzles/Rules",
        "Accounts",
        "Access",
        "Accounts/Classes",
        "Problems",
        "Judgements Live",
        "Clarifications/Threads",
        "Staff",
        "Arena Boards Contests Judges Library Rosters",
        "Privacy/Rules",
        "Privacy",
        "Clarifications Registration Submissions StyleGuide",
        "Schools Entries",
        "Puzzles",
        "Puzzles/Practice Puzzles/Wall Puzzles/Jury",
        "Workshop",
        "Hosting",
        "Monitoring",
        ".",
    ];

    /// <summary>From a folder to the number of its floor.</summary>
    public static Dictionary<string, int> Ranks(string tree) =>
        (tree == "judge" ? Judge : ArenaWeb)
            .Index()
            .SelectMany(floor => floor.Item.Split(' ').Select(folder => (folder, floor.Index)))
            .ToDictionary(at => at.folder, at => at.Index);
}
