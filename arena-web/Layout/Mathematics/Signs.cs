using System.Net;

namespace ArenaWeb.Layout.Mathematics;

/// <summary>The signs that a school formula is made of: TeX's name to the character.</summary>
internal static class Signs
{
    /// <summary>Signs that take their limits above and below where a formula stands alone.</summary>
    public static readonly Dictionary<string, string> Large = new()
    {
        [@"\sum"] = "∑",
        [@"\prod"] = "∏",
        [@"\max"] = "max",
        [@"\min"] = "min",
        [@"\bigcup"] = "⋃",
        [@"\bigcap"] = "⋂",
    };

    private static readonly Dictionary<string, string> Operators = new()
    {
        [@"\le"] = "≤",
        [@"\leq"] = "≤",
        [@"\ge"] = "≥",
        [@"\geq"] = "≥",
        [@"\ne"] = "≠",
        [@"\neq"] = "≠",
        [@"\lt"] = "<",
        [@"\gt"] = ">",
        [@"\ll"] = "≪",
        [@"\gg"] = "≫",
        [@"\approx"] = "≈",
        [@"\equiv"] = "≡",
        [@"\sim"] = "∼",
        [@"\mid"] = "∣",
        [@"\nmid"] = "∤",
        [@"\times"] = "×",
        [@"\cdot"] = "⋅",
        [@"\div"] = "÷",
        [@"\pm"] = "±",
        [@"\mp"] = "∓",
        [@"\oplus"] = "⊕",
        [@"\circ"] = "∘",
        [@"\bmod"] = "mod",
        [@"\in"] = "∈",
        [@"\notin"] = "∉",
        [@"\subset"] = "⊂",
        [@"\subseteq"] = "⊆",
        [@"\cup"] = "∪",
        [@"\cap"] = "∩",
        [@"\setminus"] = "∖",
        [@"\to"] = "→",
        [@"\rightarrow"] = "→",
        [@"\leftarrow"] = "←",
        [@"\Rightarrow"] = "⇒",
        [@"\Leftrightarrow"] = "⇔",
        [@"\land"] = "∧",
        [@"\wedge"] = "∧",
        [@"\lor"] = "∨",
        [@"\vee"] = "∨",
        [@"\neg"] = "¬",
        [@"\forall"] = "∀",
        [@"\exists"] = "∃",
        [@"\dots"] = "…",
        [@"\ldots"] = "…",
        [@"\cdots"] = "⋯",
        [@"\lfloor"] = "⌊",
        [@"\rfloor"] = "⌋",
        [@"\lceil"] = "⌈",
        [@"\rceil"] = "⌉",
        [@"\{"] = "{",
        [@"\}"] = "}",
        [@"\|"] = "‖",
        ["-"] = "−",
        ["*"] = "∗",
        ["'"] = "′",
    };

    private static readonly Dictionary<string, string> Names = new()
    {
        [@"\log"] = "log",
        [@"\ln"] = "ln",
        [@"\gcd"] = "gcd",
        [@"\lcm"] = "lcm",
        [@"\sin"] = "sin",
        [@"\cos"] = "cos",
        [@"\tan"] = "tan",
        [@"\alpha"] = "α",
        [@"\beta"] = "β",
        [@"\gamma"] = "γ",
        [@"\delta"] = "δ",
        [@"\Delta"] = "Δ",
        [@"\varepsilon"] = "ε",
        [@"\epsilon"] = "ϵ",
        [@"\theta"] = "θ",
        [@"\lambda"] = "λ",
        [@"\mu"] = "μ",
        [@"\pi"] = "π",
        [@"\sigma"] = "σ",
        [@"\Sigma"] = "Σ",
        [@"\varphi"] = "φ",
        [@"\phi"] = "ϕ",
        [@"\omega"] = "ω",
        [@"\Omega"] = "Ω",
        [@"\infty"] = "∞",
        [@"\emptyset"] = "∅",
        [@"\%"] = "%",
        [@"\$"] = "$",
        [@"\_"] = "_",
        [@"\#"] = "#",
        [@"\&"] = "&",
    };

    private static readonly Dictionary<string, string> Spaces = new()
    {
        [@"\,"] = "0.1667em",
        [@"\:"] = "0.2222em",
        [@"\;"] = "0.2778em",
        [@"\ "] = "0.3333em",
        [@"\quad"] = "1em",
        [@"\qquad"] = "2em",
        [@"\!"] = "0em",
        ["~"] = "0.3333em",
    };

    /// <summary>The MathML of one sign, or null for a token that is none.</summary>
    public static string? MathMl(string token)
    {
        if (Operators.TryGetValue(token, out var sign) || Large.TryGetValue(token, out sign))
        {
            return $"<mo>{WebUtility.HtmlEncode(sign)}</mo>";
        }
        if (Names.TryGetValue(token, out var name))
        {
            return $"<mi>{WebUtility.HtmlEncode(name)}</mi>";
        }
        if (Spaces.TryGetValue(token, out var width))
        {
            return $"<mspace width=\"{width}\"></mspace>";
        }
        return token.Length == 1 && "+=<>()[]|,;:!/.?".Contains(token[0]) ? $"<mo>{WebUtility.HtmlEncode(token)}</mo>" : null;
    }
}
