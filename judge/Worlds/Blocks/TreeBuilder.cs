using System.Text.Json;
using Judge.Messages;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Blocks;

/// <summary>
/// Makes a tree of blocks, numbering them as it goes: hats in the order of robots, then procedures in the order of the file.
/// </summary>
internal sealed class TreeBuilder
{
    private readonly VariableList _variables;
    private readonly IReadOnlyList<StoredBlock> _procedures;
    private readonly List<StoredBlock> _order = [];
    private IReadOnlyList<string> _parameters = [];

    private TreeBuilder(VariableList variables, IReadOnlyList<StoredBlock> procedures) =>
        (_variables, _procedures) = (variables, procedures);

    /// <param name="hats">One a robot, in their order.</param>
    /// <param name="procedures">Hats of procedures.</param>
    /// <returns>The program, and its blocks by their numbers.</returns>
    /// <exception cref="BlockFault">Something is missing in it.</exception>
    public static (BlockProgram Program, IReadOnlyList<StoredBlock> Blocks) Build(
        VariableList variables,
        IReadOnlyList<StoredBlock> hats,
        IReadOnlyList<StoredBlock> procedures
    )
    {
        var builder = new TreeBuilder(variables, procedures);
        IReadOnlyList<IReadOnlyList<Statement>> mains = [.. hats.Select(builder.Main)];
        var program = new BlockProgram
        {
            Mains = mains,
            Procedures = [.. procedures.Select(builder.Procedure)],
            Variables = variables.Names,
        };
        return (program, builder._order);
    }

    private IReadOnlyList<Statement> Main(StoredBlock hat)
    {
        Number(hat);
        _parameters = [];
        return Stack(hat.Next);
    }

    private Procedure Procedure(StoredBlock hat)
    {
        var block = Number(hat);
        _parameters = ParametersOf(hat);
        var names = _parameters.Select(_variables.NameOf).ToList();
        return new Procedure(block, _variables.NameOf(hat.Variable("NAME")), names, Stack(hat["DO"]));
    }

    private static IReadOnlyList<string> ParametersOf(StoredBlock hat)
    {
        List<string> ids =
        [
            .. hat.Type.Fields.Where(field => field.VariableType == VariableList.Parameter).Select(field => hat.Variable(field.Name)),
        ];
        return ids.Distinct().Count() == ids.Count ? ids : throw new BlockFault(new Said("world.program.sameParameter"), hat.Id);
    }

    private List<Statement> Stack(StoredBlock? first)
    {
        List<Statement> all = [];
        for (var block = first; block is not null; block = block.Next)
        {
            all.Add(Statement(block));
        }

        return all;
    }

    private Statement Statement(StoredBlock block)
    {
        var number = Number(block);
        switch (block.Type.Name)
        {
            case "sc_paint":
                return new Paint(number, ColourOf(block));
            case "sc_wait":
                return new Wait(number, Value(block, "N"));
            case "sc_say":
                return new Say(number, Value(block, "N"));
            case "sc_stop":
                return new Stop(number);
            case "sc_set":
                return new Set(number, VariableOf(block), Value(block, "VALUE"));
            case "sc_add":
                return new Add(number, VariableOf(block), Value(block, "VALUE"));
            case "sc_repeat":
                return new Repeat(number, Value(block, "TIMES"), Stack(block["DO"]));
            case "sc_until" or "sc_until_when":
                return new Until(number, Asked(block, number), Stack(block["DO"]));
            case "sc_while" or "sc_while_when":
                return new While(number, Asked(block, number), Stack(block["DO"]));
            case "sc_for":
                return new For(number, VariableOf(block), Value(block, "FROM"), Value(block, "TO"), Stack(block["DO"]));
            case "sc_if" or "sc_if_when":
                return new If(number, Asked(block, number), Stack(block["DO"]), null);
            case "sc_if_else" or "sc_if_else_when":
                return new If(number, Asked(block, number), Stack(block["DO"]), Stack(block["ELSE"]));
            case "sc_call" or "sc_call1" or "sc_call2":
                return Call(block, number);
            default:
                return new Act(number, Enum.Parse<ActKind>(Key(block), ignoreCase: true));
        }
    }

    private Call Call(StoredBlock block, int number)
    {
        var name = block.Variable("NAME");
        var procedure = _procedures.Index().FirstOrDefault(one => one.Item.Variable("NAME") == name);
        return procedure.Item is { } hat && hat.Type.Parameters == block.Type.Inputs.Count
            ? new Call(number, procedure.Index, [.. block.Type.Inputs.Select(input => Value(block, input.Name))])
            : throw new BlockFault(new Said("world.program.noProcedure", _variables.NameOf(name)), block.Id);
    }

    private Number Value(StoredBlock holder, string input)
    {
        var block = holder[input] ?? throw Missing(holder, "world.program.noNumber");
        var number = Number(block);
        return block.Type.Name switch
        {
            BlockType.Literal => new Literal(number, block.Number("NUM")),
            "sc_variable" => new Variable(number, VariableOf(block)),
            "sc_parameter" => new Parameter(number, ParameterOf(block)),
            "sc_arithmetic" => new Arithmetic(number, Choice<ArithmeticKind>(block.Text("OP")), Value(block, "A"), Value(block, "B")),
            "sc_distance" => new Distance(number, Choice<Side>(block.Text("SIDE"))),
            _ => new Reading(number, Choice<ReadingKind>(Key(block))),
        };
    }

    /// <summary>The condition that is chosen in a block, or plugged into it.</summary>
    private Condition Asked(StoredBlock holder, int number) =>
        holder.Type.Fields.Any(field => field.Name == BlockTypes.When)
            ? Chosen(number, BlockTypes.Chosen(holder.Text(BlockTypes.When)))
            : Condition(holder, "COND");

    private Condition Condition(StoredBlock holder, string input)
    {
        var block = holder[input] ?? throw Missing(holder, "world.program.noCondition");
        var number = Number(block);
        return block.Type.Name switch
        {
            "sc_compare" => new Compare(number, Choice<CompareKind>(block.Text("OP")), Value(block, "A"), Value(block, "B")),
            "sc_and" => new And(number, Condition(block, "A"), Condition(block, "B")),
            "sc_or" => new Or(number, Condition(block, "A"), Condition(block, "B")),
            "sc_not" => new Not(number, Condition(block, "A")),
            "sc_boolean" => new Fixed(number, block.Text("VALUE") == "true"),
            "sc_colour" => new Colour(number, ColourOf(block)),
            "sc_free" or "sc_line" or "sc_robot" => new Look(number, Choice<LookKind>(Key(block)), Choice<Side>(block.Text("SIDE"))),
            _ => new Here(number, Choice<HereKind>(Key(block))),
        };
    }

    internal static Condition Chosen(int number, JsonElement condition)
    {
        var key = condition.GetProperty("k").GetString()!;
        return condition.TryGetProperty("side", out var side)
            ? new Look(number, Choice<LookKind>(key), Choice<Side>(side.GetString()!))
            : new Here(number, Choice<HereKind>(key));
    }

    private int VariableOf(StoredBlock block) => _variables.IndexOf(block.Variable("VAR"));

    private int ParameterOf(StoredBlock block) =>
        _parameters.Index().FirstOrDefault(one => one.Item == block.Variable("NAME")) is { Item: not null } found
            ? found.Index
            : throw new BlockFault(new Said("world.program.strayParameter", _variables.NameOf(block.Variable("NAME"))), block.Id);

    private static int ColourOf(StoredBlock block) =>
        block.Type.Fields[0].Values.Index().First(colour => colour.Item == block.Text("COLOUR")).Index;

    private int Number(StoredBlock block)
    {
        _order.Add(block);
        return _order.Count - 1;
    }

    private static T Choice<T>(string value)
        where T : struct, Enum => Enum.Parse<T>(value, ignoreCase: true);

    /// <summary>The type without its beginning.</summary>
    private static string Key(StoredBlock block) => block.Type.Name["sc_".Length..];

    private static BlockFault Missing(StoredBlock holder, string key) => new(new Said(key), holder.Id);
}
