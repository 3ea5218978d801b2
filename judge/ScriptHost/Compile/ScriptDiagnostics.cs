using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Judge.ScriptHost.Compile;

/// <summary>
/// Tells authors early what a script cannot do. The box is what holds: it has no network, no file to write and nothing to read.
/// </summary>
internal static class ScriptDiagnostics
{
    private static readonly string[] Closed =
    [
        "System.IO",
        "System.Net",
        "System.Reflection",
        "System.Runtime.InteropServices",
        "System.Runtime.Loader",
        "System.Diagnostics",
        "System.Threading",
        "System.Security",
        "Microsoft.Win32",
        "System.Console",
        "System.Environment",
        "System.AppDomain",
        "System.AppContext",
        "System.Activator",
        "System.GC",
        "System.Runtime.CompilerServices.Unsafe",
    ];

    private static readonly HashSet<string> Open =
    [
        "System.IO.StringReader",
        "System.IO.StringWriter",
        "System.IO.TextReader",
        "System.IO.TextWriter",
    ];

    /// <summary>What the text alone shows: the place and a sentence, or null.</summary>
    public static (SyntaxNodeOrToken At, string Sentence)? FlawOfText(SyntaxNode root)
    {
        foreach (var at in root.DescendantNodesAndTokens(descendIntoTrivia: true))
        {
            var flaw = at.AsNode() switch
            {
                ReferenceDirectiveTriviaSyntax => "#r is not for scripts: what a script may use is there already.",
                LoadDirectiveTriviaSyntax => "#load is not for scripts: a script is one file.",
                LineDirectiveTriviaSyntax or LineSpanDirectiveTriviaSyntax => "#line is not for scripts: lines are reported as they stand.",
                FieldDeclarationSyntax field when Carries(field.Modifiers) =>
                    "a static variable would carry over from one test to the next: leave 'static' out, or make it readonly.",
                DestructorDeclarationSyntax => "a script runs alone and in order: there are no finalizers.",
                _ when at.IsKind(SyntaxKind.AsyncKeyword) || at.IsKind(SyntaxKind.AwaitKeyword) =>
                    "a script runs alone and in order: there is no async and await.",
                _ => null,
            };
            if (flaw is not null)
            {
                return (at, flaw);
            }
        }

        return null;
    }

    /// <summary>What is named that scripts should not use, or null.</summary>
    public static (SyntaxNodeOrToken At, string Sentence)? FlawOfNames(SemanticModel model)
    {
        foreach (var name in model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (Types(model.GetSymbolInfo(name).Symbol).FirstOrDefault(IsClosed) is { } type)
            {
                return (name, $"{type} is not for scripts: a script sees only what it is given.");
            }
        }

        return null;
    }

    private static bool Carries(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.StaticKeyword) && !modifiers.Any(SyntaxKind.ReadOnlyKeyword) && !modifiers.Any(SyntaxKind.ConstKeyword);

    /// <summary>Full names of the types that a name leads to: itself, what it is part of, what it gives.</summary>
    private static IEnumerable<string> Types(ISymbol? symbol)
    {
        ITypeSymbol?[] types =
        [
            symbol as ITypeSymbol,
            symbol?.ContainingType,
            (symbol as IMethodSymbol)?.ReturnType,
            (symbol as IPropertySymbol)?.Type,
        ];
        return types.OfType<ITypeSymbol>().Select(t => t.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat));
    }

    private static bool IsClosed(string type) =>
        !Open.Contains(type)
        && Array.Exists(Closed, c => type.StartsWith(c, StringComparison.Ordinal) && (type.Length == c.Length || type[c.Length] == '.'));
}
