using Judge.Problems;

namespace Judge.Submit.Intake;

/// <summary>
/// The one door for hand-ins: form, typed text, drop folder, command line and the jury's solutions all come through here. Names, endings,
/// encodings, byte order marks, languages, sizes, and what is left out are decided here and nowhere else.
/// </summary>
public static class HandinIntake
{
    /// <param name="files">One file, several, one zip, or typed text.</param>
    /// <param name="problem">Null: its package cannot be read here; then a program of any language is taken.</param>
    /// <param name="chosen">
    /// Folder name of a language. It decides for typed text, for a file without ending, and among files of several languages; everywhere
    /// else the ending decides. Null: none was chosen.
    /// </param>
    public static HandinDecision Decide(IReadOnlyList<HandedFile> files, Problem? problem, string? chosen, Languages languages) =>
        problem?.Handin switch
        {
            HandinKind.Outputs => OutputIntake.Decide(files, problem),
            HandinKind.Blocks => BlockIntake.Decide(files, problem),
            _ => new SourceIntake(problem, chosen, languages).Decide(files),
        };

    /// <summary>What outputs are best called, one a test that is asked for.</summary>
    public static IReadOnlyList<string> OutputNames(Problem problem) => Intake.OutputNames.Of(problem).All;
}
