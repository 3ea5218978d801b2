using System.Collections.Immutable;
using Judge.Programs.Script;
using Judge.ScriptHost.Api;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;

namespace Judge.ScriptHost.Compile;

/// <summary>From a script's text to an assembly that carries its own lines.</summary>
internal static class ScriptCompiler
{
    /// <summary>By this name the script's own frames are told in a stack trace; people are told the file's.</summary>
    public const string ScriptFile = "script.csx";

    private static readonly string[] Libraries =
    [
        "System.Private.CoreLib",
        "System.Runtime",
        "System.Collections",
        "System.Linq",
        "System.Memory",
        "System.Runtime.Numerics",
        "System.Text.RegularExpressions",
    ];

    private static readonly string[] Usings =
    [
        "System",
        "System.Collections.Generic",
        "System.Linq",
        "System.Numerics",
        "System.Text",
        typeof(ScriptApi).Namespace!,
    ];

    private static readonly ScriptOptions Options = MakeOptions();

    /// <summary>What the script sees as its own members.</summary>
    public static Type Globals(ScriptKind kind) =>
        kind switch
        {
            ScriptKind.Checker => typeof(CheckerScript),
            ScriptKind.Scoring => typeof(ScoringScript),
            ScriptKind.Validator => typeof(ValidatorScript),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <param name="file">Name of the script's file, for sentences.</param>
    /// <exception cref="ScriptFault">It does not compile, or uses what scripts should not.</exception>
    public static byte[] Compile(string source, string file, ScriptKind kind)
    {
        var written = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14, kind: SourceCodeKind.Script));
        Refuse(file, ScriptDiagnostics.FlawOfText(written.GetRoot()));
        Refuse(file, written.GetDiagnostics());
        var laced = Instrumentation.Apply(written);
        var compilation = CSharpScript.Create(laced.ToString(), Options, Globals(kind)).GetCompilation();
        Refuse(file, compilation.GetDiagnostics());
        Refuse(file, ScriptDiagnostics.FlawOfNames(compilation.GetSemanticModel(compilation.SyntaxTrees.Single())));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        Refuse(file, result.Diagnostics);
        return assembly.ToArray();
    }

    private static ScriptOptions MakeOptions()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ScriptOptions
            .Default.WithReferences(Libraries.Select(name => MetadataReference.CreateFromFile(Path.Combine(folder, name + ".dll"))))
            .AddReferences(MetadataReference.CreateFromFile(typeof(Guard).Assembly.Location))
            .WithImports(Usings)
            .WithOptimizationLevel(OptimizationLevel.Debug) // optimised code tells no lines
            .WithEmitDebugInformation(true)
            .WithFilePath(ScriptFile)
            .WithFileEncoding(System.Text.Encoding.UTF8)
            .WithAllowUnsafe(false)
            .WithLanguageVersion(LanguageVersion.CSharp14);
    }

    private static void Refuse(string file, ImmutableArray<Diagnostic> diagnostics) => Refuse(file, (IEnumerable<Diagnostic>)diagnostics);

    private static void Refuse(string file, IEnumerable<Diagnostic> diagnostics)
    {
        var first = diagnostics
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .OrderBy(d => d.Location.SourceSpan.Start)
            .FirstOrDefault();
        if (first is not null)
        {
            Refuse(file, first.Location, $"{first.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} ({first.Id})");
        }
    }

    private static void Refuse(string file, (SyntaxNodeOrToken At, string Sentence)? flaw)
    {
        if (flaw is var (at, sentence))
        {
            Refuse(file, at.GetLocation()!, sentence);
        }
    }

    private static void Refuse(string file, Location at, string sentence) =>
        throw new ScriptFault(ScriptFault.Sentence(file, at.IsInSource ? at.GetLineSpan().StartLinePosition.Line + 1 : 0, sentence));
}
