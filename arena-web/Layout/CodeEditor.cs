namespace ArenaWeb.Layout;

/// <summary>
/// The code editor of a form, used as <c>&lt;partial name="_CodeEditor" model="…" /&gt;</c>. It posts <c>language</c> (an id),
/// <c>source</c> and, with scripts off, <c>file</c>. <c>DraftKey</c> (contest/entrant/problem) names the draft kept on this PC.
/// <c>DraftPath</c> is where it is kept on the server; empty: nowhere.
/// </summary>
internal sealed record CodeEditor(
    string DraftKey,
    IReadOnlyList<CodeLanguage> Languages,
    string? Chosen = null,
    string Source = "",
    string DraftPath = ""
);

/// <summary>
/// A language to write in. <c>Mode</c> colours it (pascal, python, or "" for none); <c>Extensions</c> as ".pas", so that a file chooses its
/// language.
/// </summary>
internal sealed record CodeLanguage(string Id, string Name, string Mode, IReadOnlyList<string> Extensions);
