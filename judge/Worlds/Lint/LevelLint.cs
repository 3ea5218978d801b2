using Judge.Messages;
using Judge.Score;
using Judge.Worlds.Blocks;
using Judge.Worlds.Levels;
using Judge.Worlds.Run;
using Judge.Worlds.Texts;

namespace Judge.Worlds.Lint;

/// <summary>
/// Looks a level over: its ideal program gets all stars with as many blocks as the goal says, the wrong ones fail as they are meant to, no
/// answer for one map alone passes, and no shorter program is found. Pure, so that the level editor can ask after each change.
/// </summary>
public static class LevelLint
{
    private const int AllStars = 3;
    private const int FewestWrong = 2;

    /// <param name="right">Programs that must get all stars; the first is the ideal.</param>
    /// <param name="wrong">Programs that must not pass.</param>
    public static IReadOnlyList<LevelFault> Of(Level level, IReadOnlyList<LevelProgram> right, IReadOnlyList<LevelProgram> wrong) =>
        right.Count == 0 ? [Error("", new Said("verify.level.noIdeal"))]
        : level.Free ? [.. right.SelectMany(program => Free(level, program))]
        :
        [
            .. right.SelectMany(program => Right(level, program)),
            .. Ideal(level, right[0]),
            .. Listed(level, wrong),
            .. wrong.SelectMany(program => Wrong(level, program)),
            .. level.Hints.Count == 0 ? [new LevelFault(FaultWeight.Warning, "", new Said("verify.level.noHint"))] : (LevelFault[])[],
        ];

    private static IEnumerable<LevelFault> Free(Level level, LevelProgram program) =>
        PuzzleJudge.Judge(level, program.Bytes) is var judged && judged.Report is { } report
            ? report.Worlds.Where(end => !end.IsSolved).Take(1).Select(end => Fails(program, end))
            : [Refused(program, judged.Reading)];

    private static IEnumerable<LevelFault> Right(Level level, LevelProgram program)
    {
        var judged = PuzzleJudge.Judge(level, program.Bytes);
        if (judged.Report is not { } report)
        {
            yield return Refused(program, judged.Reading);
        }
        else if (report.Worlds.FirstOrDefault(end => !end.IsSolved) is { } failed)
        {
            yield return Fails(program, failed);
        }
        else if (report.Stars < AllStars)
        {
            yield return Error(program.Path, new Said("verify.level.stars", report.Stars, report.Blocks, level.Goal.Blocks));
        }
    }

    private static IEnumerable<LevelFault> Ideal(Level level, LevelProgram ideal)
    {
        if (BlockReader.Read(ideal.Bytes, level).Program is not { } read || !Solves(level, read.Program))
        {
            yield break;
        }

        if (read.Blocks < level.Goal.Blocks)
        {
            yield return Error(ideal.Path, new Said("verify.level.looseGoal", read.Blocks, level.Goal.Blocks));
        }

        if (level.Worlds.Count > 1 && Solves(level, Unrolled.Of(level, level.Worlds[0], read.Program)))
        {
            yield return Error("", new Said("verify.level.unrolledPasses"));
        }

        var search = ShorterProgram.Than(level, read.Program.Variables.Count);
        if (search.Found is { } shorter)
        {
            var text = string.Join(' ', ProgramText.Of(shorter, TextKind.Pascal, "vi").Select(line => line.Text.Trim()));
            yield return new LevelFault(FaultWeight.Warning, "", new Said("verify.level.shorter", search.Blocks, level.Goal.Blocks, text));
        }
        else if (level.RobotCount == 1 && search.Blocks < level.Goal.Blocks - 1)
        {
            yield return new LevelFault(FaultWeight.Note, "", new Said("verify.level.notSearched", search.Blocks));
        }
    }

    private static IEnumerable<LevelFault> Listed(Level level, IReadOnlyList<LevelProgram> wrong) =>
        [
            .. level
                .Wrong.Keys.Where(name => wrong.All(program => program.Name != name))
                .Select(name => Error("", new Said("verify.level.wrongMissing", name))),
            .. wrong.Count < FewestWrong
                ? [new LevelFault(FaultWeight.Warning, "", new Said("verify.level.fewWrong", FewestWrong))]
                : (LevelFault[])[],
        ];

    private static IEnumerable<LevelFault> Wrong(Level level, LevelProgram program)
    {
        var judged = PuzzleJudge.Judge(level, program.Bytes);
        if (judged.Report is not { } report)
        {
            yield return Refused(program, judged.Reading);
        }
        else if (report.Worlds.FirstOrDefault(end => !end.IsSolved) is not { } failed)
        {
            yield return Error(program.Path, new Said("verify.level.wrongPasses"));
        }
        else if (!level.Wrong.TryGetValue(program.Name, out var wanted))
        {
            yield return new LevelFault(FaultWeight.Warning, program.Path, new Said("verify.level.wrongUntold", failed.Id, failed.Said));
        }
        else if ((failed.Code, failed.Id) != (wanted.End.Key(), wanted.World))
        {
            var said = new Said("verify.level.wrongOtherwise", failed.Id, failed.Said, wanted.World, wanted.End.Key());
            yield return Error(program.Path, said);
        }
    }

    private static bool Solves(Level level, Trees.BlockProgram program) =>
        level.Worlds.All(world => WorldEngine.Run(level, world, program).End.Code == EndCode.Ok);

    private static LevelFault Refused(LevelProgram program, BlockReading reading) =>
        Error(program.Path, new Said("verify.level.refused", reading.Refusal!));

    private static LevelFault Fails(LevelProgram program, WorldEnd end) =>
        Error(program.Path, new Said("verify.level.fails", end.Id, end.Said));

    private static LevelFault Error(string subject, Said said) => new(FaultWeight.Error, subject, said);
}
