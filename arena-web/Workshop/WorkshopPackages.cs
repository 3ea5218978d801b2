using System.Text;
using Judge.Formats.Levels;
using Judge.Problems;
using Judge.Settings;

namespace ArenaWeb.Workshop;

/// <summary>Levels in the making as packages: for playing, each version in a folder of its own; approved, in the library.</summary>
internal sealed class WorkshopPackages(JudgeOptions options)
{
    private string Folder => Path.Combine(options.DataFolder, "workshop");

    /// <exception cref="Judge.Formats.Draft.ImportException">Somebody else is writing just now.</exception>
    public Problem Open(LevelWork work)
    {
        var name = FormattableString.Invariant($"{work.Name}v{work.Version}");
        if (LevelPackage.Find(Folder, name) is { } written)
        {
            return written;
        }

        var problem = LevelPackage.Write(Folder, Draft(work, name));
        foreach (var old in Directory.GetDirectories(Folder, $"{work.Name}v*").Where(old => Path.GetFileName(old) != name))
        {
            Directory.Delete(old, recursive: true);
        }

        return problem;
    }

    /// <exception cref="Judge.Formats.Draft.ImportException">Somebody else is writing just now.</exception>
    public void Publish(LevelWork work) => LevelPackage.Write(options.ImportedFolder, Draft(work, work.Name));

    private static LevelDraft Draft(LevelWork work, string name)
    {
        var text = work.Text;
        return new LevelDraft
        {
            Name = name,
            Titles = new Dictionary<string, string> { ["vi"] = text.TitleVi, ["en"] = Or(text.TitleEn, text.TitleVi) },
            Stories = new Dictionary<string, string> { ["vi"] = text.StoryVi, ["en"] = Or(text.StoryEn, text.StoryVi) },
            Level = Encoding.UTF8.GetBytes(text.Level),
            Ideal = work.Ideal is { } ideal ? Encoding.UTF8.GetBytes(ideal) : null,
        };
    }

    private static string Or(string first, string second) => first.Length > 0 ? first : second;
}
