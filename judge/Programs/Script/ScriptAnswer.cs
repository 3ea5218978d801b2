namespace Judge.Programs.Script;

/// <summary>What a script decided.</summary>
/// <param name="Value">
/// Of a checker the share of the test's mark, 0 to 1; of a scoring rule the points, 0 to the full score; of a validator 1 for
/// a good input and 0 for a bad one.
/// </param>
/// <param name="ForEntrant">Why, in the author's words; of a validator what is wrong with the input.</param>
/// <param name="ForStaff">What the script noted, a line each.</param>
internal sealed record ScriptAnswer(decimal Value, string ForEntrant = "", string ForStaff = "");
