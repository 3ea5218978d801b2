using ArenaWeb.Entries.Rules;
using ArenaWeb.Words;

namespace ArenaWeb.Entries;

/// <summary>How pages write entries.</summary>
internal static class EntryWords
{
    public static string Chip(EntryStage stage) =>
        stage switch
        {
            EntryStage.Approved => "chip-on",
            EntryStage.Asked => "chip-soon",
            _ => "chip-off",
        };

    /// <summary>"Nguyễn Văn An (7A1), đội trưởng; Lý Dũng (7A2)".</summary>
    public static string Members(this Team team, Phrases words) =>
        string.Join(
            "; ",
            team.Members.Select(member =>
                words[
                    team.Members.Count > 1 && member.Pupil == team.Captain ? "entries.member.captain" : "entries.member",
                    member.Name,
                    member.Class
                ]
            )
        );
}
