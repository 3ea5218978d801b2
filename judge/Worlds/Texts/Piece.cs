using System.Globalization;
using Judge.Worlds.Levels;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Texts;

/// <summary>One node of a tree as its block in blocks.json: type, fields and inputs by their names there.</summary>
internal sealed record Piece(string Type, int Block)
{
    /// <summary>Values of fields in which one of a list is chosen.</summary>
    public IReadOnlyList<(string Field, string Value)> Choices { get; private init; } = [];

    /// <summary>Fields that hold a name or a number.</summary>
    public IReadOnlyList<(string Field, string Text)> Texts { get; private init; } = [];

    /// <summary>Numbers and conditions that are plugged in.</summary>
    public IReadOnlyList<(string Input, Piece Piece)> Plugged { get; private init; } = [];

    public IReadOnlyList<(string Input, IReadOnlyList<Statement> Statements)> Bodies { get; private init; } = [];

    public static Piece Of(Statement statement, Scope scope) =>
        statement switch
        {
            Act act => new(Key(act.Kind), act.Block),
            Paint paint => new("sc_paint", paint.Block) { Choices = [("COLOUR", Signs.Colours[paint.Colour])] },
            Wait wait => new("sc_wait", wait.Block) { Plugged = [("N", Of(wait.Ticks, scope))] },
            Say say => new("sc_say", say.Block) { Plugged = [("N", Of(say.Value, scope))] },
            Stop stop => new("sc_stop", stop.Block),
            Repeat repeat => new("sc_repeat", repeat.Block)
            {
                Plugged = [("TIMES", Of(repeat.Times, scope))],
                Bodies = [("DO", repeat.Body)],
            },
            Until until => new("sc_until", until.Block) { Plugged = [("COND", Of(until.Condition, scope))], Bodies = [("DO", until.Body)] },
            While loop => new("sc_while", loop.Block) { Plugged = [("COND", Of(loop.Condition, scope))], Bodies = [("DO", loop.Body)] },
            For count => new("sc_for", count.Block)
            {
                Texts = [("VAR", scope.Variables[count.Variable])],
                Plugged = [("FROM", Of(count.From, scope)), ("TO", Of(count.To, scope))],
                Bodies = [("DO", count.Body)],
            },
            If { Else: { } other } choice => new("sc_if_else", choice.Block)
            {
                Plugged = [("COND", Of(choice.Condition, scope))],
                Bodies = [("DO", choice.Then), ("ELSE", other)],
            },
            If choice => new("sc_if", choice.Block) { Plugged = [("COND", Of(choice.Condition, scope))], Bodies = [("DO", choice.Then)] },
            Set set => new("sc_set", set.Block)
            {
                Texts = [("VAR", scope.Variables[set.Variable])],
                Plugged = [("VALUE", Of(set.Value, scope))],
            },
            Add add => new("sc_add", add.Block)
            {
                Texts = [("VAR", scope.Variables[add.Variable])],
                Plugged = [("VALUE", Of(add.Value, scope))],
            },
            Call call => new(Numbered("sc_call", call.Arguments.Count), call.Block)
            {
                Texts = [("NAME", scope.Procedures[call.Procedure])],
                Plugged = [.. call.Arguments.Select((argument, at) => (Numbered("ARG", at + 1), Of(argument, scope)))],
            },
            _ => throw new ArgumentOutOfRangeException(nameof(statement), statement, null),
        };

    /// <param name="scope">Names as they are inside it.</param>
    public static Piece Of(Procedure procedure, string name, Scope scope) =>
        new(Numbered("sc_procedure", procedure.Parameters.Count), procedure.Block)
        {
            Texts = [("NAME", name), .. scope.Parameters.Select((parameter, at) => (Numbered("PARAM", at + 1), parameter))],
            Bodies = [("DO", procedure.Body)],
        };

    private static Piece Of(Condition condition, Scope scope) =>
        condition switch
        {
            Compare compare => new("sc_compare", compare.Block)
            {
                Choices = [("OP", Value(compare.Kind))],
                Plugged = [("A", Of(compare.Left, scope)), ("B", Of(compare.Right, scope))],
            },
            And and => new("sc_and", and.Block) { Plugged = [("A", Of(and.Left, scope)), ("B", Of(and.Right, scope))] },
            Or or => new("sc_or", or.Block) { Plugged = [("A", Of(or.Left, scope)), ("B", Of(or.Right, scope))] },
            Not not => new("sc_not", not.Block) { Plugged = [("A", Of(not.Inner, scope))] },
            Fixed given => new("sc_boolean", given.Block) { Choices = [("VALUE", given.Value ? "true" : "false")] },
            Here here => new(Key(here.Kind), here.Block),
            Colour colour => new("sc_colour", colour.Block) { Choices = [("COLOUR", Signs.Colours[colour.Number])] },
            Look look => new(Key(look.Kind), look.Block) { Choices = [("SIDE", Value(look.Side))] },
            _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, null),
        };

    private static Piece Of(Number number, Scope scope) =>
        number switch
        {
            Literal literal => new("sc_number", literal.Block) { Texts = [("NUM", literal.Value.ToString(CultureInfo.InvariantCulture))] },
            Variable variable => new("sc_variable", variable.Block) { Texts = [("VAR", scope.Variables[variable.Index])] },
            Parameter parameter => new("sc_parameter", parameter.Block) { Texts = [("NAME", scope.Parameters[parameter.Index])] },
            Arithmetic arithmetic => new("sc_arithmetic", arithmetic.Block)
            {
                Choices = [("OP", Value(arithmetic.Kind))],
                Plugged = [("A", Of(arithmetic.Left, scope)), ("B", Of(arithmetic.Right, scope))],
            },
            Reading reading => new(Key(reading.Kind), reading.Block),
            Distance distance => new("sc_distance", distance.Block) { Choices = [("SIDE", Value(distance.Side))] },
            _ => throw new ArgumentOutOfRangeException(nameof(number), number, null),
        };

    private static string Key<T>(T kind)
        where T : struct, Enum => "sc_" + Value(kind);

    private static string Value<T>(T kind)
        where T : struct, Enum => kind.ToString().ToLowerInvariant();

    private static string Numbered(string name, int number) => number == 0 ? name : name + number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The names that a statement can use.</summary>
/// <param name="Parameters">Of the procedure around it.</param>
internal sealed record Scope(IReadOnlyList<string> Variables, IReadOnlyList<string> Procedures, IReadOnlyList<string> Parameters);
