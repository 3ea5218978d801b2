using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Judge.ScriptHost.Compile;

/// <summary>
/// Inserts calls of <see cref="Guard"/> into a script: before each statement, and at the start of each function. Text is inserted within
/// lines only, so whatever is reported later names the author's lines. Functions of the form <c>=&gt; expression</c> get a
/// body, but for lambdas, whose kind is not known before types are; and no <c>catch</c> can take the exception that ends the script.
/// </summary>
internal sealed class Instrumentation : CSharpSyntaxWalker
{
    private const string Guarding = "global::Judge.ScriptHost.Guard.";

    private readonly List<TextChange> _changes = [];
    private readonly SourceText _text;

    private Instrumentation(SourceText text) => _text = text;

    /// <param name="tree">A script without syntax errors.</param>
    public static SourceText Apply(SyntaxTree tree)
    {
        var text = tree.GetText();
        var walker = new Instrumentation(text);
        walker.Visit(tree.GetRoot());
        return text.WithChanges(Merged(walker._changes));
    }

    public override void DefaultVisit(SyntaxNode node)
    {
        switch (node)
        {
            case BlockSyntax { Parent: { } parent } block when IsFunction(parent):
                Insert(block.OpenBraceToken.Span.End, Call("Enter", block));
                break;
            case BlockSyntax
            {
                Parent: CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            } block when block.Statements.All(s => s is LocalFunctionStatementSyntax):
                Insert(block.OpenBraceToken.Span.End, Call("At", block));
                break;
            case FieldDeclarationSyntax { Parent: CompilationUnitSyntax }
            or GlobalStatementSyntax { Statement: not LocalFunctionStatementSyntax }:
                Insert(node.SpanStart, Call("At", node));
                break;
            case StatementSyntax statement:
                Guarded(statement);
                break;
            case ArrowExpressionClauseSyntax arrow:
                GiveBody(arrow);
                break;
            case CatchClauseSyntax clause:
                Filter(clause);
                break;
        }

        base.DefaultVisit(node);
    }

    private static bool IsFunction(SyntaxNode node) =>
        node
            is BaseMethodDeclarationSyntax
                or LocalFunctionStatementSyntax
                or AccessorDeclarationSyntax
                or AnonymousFunctionExpressionSyntax;

    private void Guarded(StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalFunctionStatementSyntax or LabeledStatementSyntax or { Parent: GlobalStatementSyntax }:
                break;
            case { Parent: BlockSyntax or SwitchSectionSyntax or LabeledStatementSyntax }:
                Insert(statement.SpanStart, Call("At", statement));
                break;
            case BlockSyntax:
                break;
            default:
                Insert(statement.SpanStart, "{" + Call("At", statement));
                Insert(statement.Span.End, "}");
                break;
        }
    }

    private void GiveBody(ArrowExpressionClauseSyntax arrow)
    {
        if (arrow.Parent is not { } owner)
        {
            return;
        }

        var give = arrow.Expression is ThrowExpressionSyntax || ReturnsNothing(owner) ? "" : "return ";
        var isProperty = owner is PropertyDeclarationSyntax or IndexerDeclarationSyntax;
        var body = "{" + Call("Enter", arrow.Expression) + give;
        _changes.Add(new TextChange(arrow.ArrowToken.Span, isProperty ? "{get" + body : body));
        Insert(owner.Span.End, isProperty ? "}}" : "}");
    }

    private static bool ReturnsNothing(SyntaxNode owner) =>
        owner switch
        {
            MethodDeclarationSyntax m => IsVoid(m.ReturnType),
            LocalFunctionStatementSyntax f => IsVoid(f.ReturnType),
            AccessorDeclarationSyntax a => !a.IsKind(SyntaxKind.GetAccessorDeclaration),
            ConstructorDeclarationSyntax => true,
            _ => false,
        };

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private void Filter(CatchClauseSyntax clause)
    {
        if (clause.Filter is { } filter)
        {
            Insert(filter.OpenParenToken.Span.End, Guarding + "MayCatch&&(");
            Insert(filter.CloseParenToken.SpanStart, ")");
        }
        else
        {
            Insert(clause.Declaration?.Span.End ?? clause.CatchKeyword.Span.End, " when(" + Guarding + "MayCatch)");
        }
    }

    private string Call(string what, SyntaxNode at) =>
        string.Create(CultureInfo.InvariantCulture, $"{Guarding}{what}({_text.Lines.GetLinePosition(at.SpanStart).Line + 1});");

    private void Insert(int position, string what) => _changes.Add(new TextChange(new TextSpan(position, 0), what));

    /// <summary>Changes in order, those at one place as one: what was inserted first stands first, but closing braces before all.</summary>
    private static IEnumerable<TextChange> Merged(List<TextChange> changes) =>
        from change in changes
        group change by change.Span into place
        orderby place.Key.Start, place.Key.Length
        select new TextChange(place.Key, Joined(place));

    private static string Joined(IEnumerable<TextChange> place)
    {
        var closing = new StringBuilder();
        var opening = new StringBuilder();
        foreach (var change in place)
        {
            (change.NewText!.StartsWith('}') ? closing : opening).Append(change.NewText);
        }

        return closing.Append(opening).ToString();
    }
}
