using System.Text.Json;
using Judge.Messages;

namespace Judge.Worlds.Blocks;

/// <summary>
/// All blocks of a program. Its stacks are walked with a list of what is left to do, so their length is no depth. It is checked that each
/// block is of a known type, holds what its type can hold, and is there once.
/// </summary>
internal sealed class Workspace
{
    /// <summary>Statements in statements.</summary>
    public const int MostNesting = 20;

    /// <summary>Numbers and conditions in one another.</summary>
    public const int MostExpression = 10;

    private const int MostStacks = 400;

    private readonly Stack<Task> _tasks = [];
    private readonly HashSet<string> _ids = [];
    private readonly VariableList _variables;

    /// <exception cref="BlockFault">It cannot be taken.</exception>
    public Workspace(JsonElement root)
    {
        StoredJson.Allow(root, "blocks", "variables");
        _variables = new VariableList(root.TryGetProperty("variables", out var variables) ? variables : null);
        if (!root.TryGetProperty("blocks", out var blocks))
        {
            return;
        }

        StoredJson.Allow(blocks, "languageVersion", "blocks");
        if (blocks.TryGetProperty("blocks", out var tops))
        {
            foreach (var top in StoredJson.List(tops, MostStacks))
            {
                Tops.Add(Walk(top));
            }
        }
    }

    public VariableList Variables => _variables;

    /// <summary>Hats and loose stacks, in the order of the file.</summary>
    public List<StoredBlock> Tops { get; } = [];

    /// <summary>Blocks of all stacks in no order, shadows that are hidden left out.</summary>
    public List<StoredBlock> Blocks { get; } = [];

    private StoredBlock Walk(JsonElement top)
    {
        var first = Read(new Task(top, null, "", BlockRole.Real, 0, 0));
        while (_tasks.TryPop(out var task))
        {
            Read(task);
        }

        return first;
    }

    private StoredBlock Read(Task task)
    {
        StoredJson.Allow(
            task.Json,
            "type",
            "id",
            "x",
            "y",
            "collapsed",
            "deletable",
            "movable",
            "editable",
            "enabled",
            "inline",
            "data",
            "icons",
            "disabledReasons",
            "fields",
            "inputs",
            "next"
        );
        var name = StoredJson.Text(task.Json, "type");
        var type = BlockTypes.Find(name) ?? throw new BlockFault(new Said("world.program.unknownBlock"), null);
        var id = StoredJson.Id(task.Json);
        var block = new StoredBlock(type, id, task.Role == BlockRole.Shadow, task.Json, task.Above, task.Place);
        if (!_ids.Add(id))
        {
            throw new BlockFault(new Said("world.program.sameId"), id);
        }

        if (task.Nesting > MostNesting || task.Expression > MostExpression)
        {
            throw new BlockFault(new Said("world.program.tooDeep", MostNesting, MostExpression), id);
        }

        Place(block, task);
        CheckFields(block);
        AddInputs(block, task);
        AddNext(block, task);
        if (task.Role != BlockRole.Hidden)
        {
            Blocks.Add(block);
        }

        return block;
    }

    /// <summary>Tells the block above of it, where it can be there.</summary>
    private static void Place(StoredBlock block, Task task)
    {
        var kind = block.Type.Kind;
        if (task.Above is null)
        {
            return;
        }

        if (task.Place.Length == 0)
        {
            if (kind != BlockKind.Statement || task.Above.Type is not ({ Kind: BlockKind.Statement } or { IsMain: true }))
            {
                throw StoredJson.Broken();
            }

            task.Above.Next = block;
            return;
        }

        var input = task.Above.Type.Inputs.First(input => input.Name == task.Place);
        if (kind != input.Holds || task.Role != BlockRole.Real && block.Type.Name != input.Shadow)
        {
            throw StoredJson.Broken();
        }

        if (task.Role != BlockRole.Hidden)
        {
            task.Above.Plug(input.Name, block);
        }
    }

    private void CheckFields(StoredBlock block)
    {
        var count = 0;
        foreach (var entry in block.Fields is { } fields ? StoredJson.Object(fields).EnumerateObject() : default)
        {
            count++;
            var field = block.Type.Fields.FirstOrDefault(field => field.Name == entry.Name) ?? throw StoredJson.Broken();
            if (!IsGood(field, entry.Value))
            {
                throw field.Kind == "number"
                    ? new BlockFault(new Said("world.program.badNumber", field.Least, field.Most), block.Id)
                    : StoredJson.Broken();
            }
        }

        if (count < block.Type.Fields.Count)
        {
            throw StoredJson.Broken();
        }
    }

    private bool IsGood(BlockField field, JsonElement value) =>
        field.Kind switch
        {
            "choice" => value.ValueKind == JsonValueKind.String && field.Values.Contains(value.GetString()!),
            "number" => value.ValueKind == JsonValueKind.Number
                && value.TryGetInt32(out var number)
                && number >= field.Least
                && number <= field.Most,
            _ => value.ValueKind == JsonValueKind.Object
                && value.EnumerateObject().Count() == 1
                && _variables.Has(StoredJson.Id(value), field.VariableType),
        };

    private void AddInputs(StoredBlock block, Task task)
    {
        foreach (var entry in block.Json.TryGetProperty("inputs", out var inputs) ? StoredJson.Object(inputs).EnumerateObject() : default)
        {
            var input = block.Type.Inputs.FirstOrDefault(input => input.Name == entry.Name) ?? throw StoredJson.Broken();
            StoredJson.Allow(entry.Value, "block", "shadow");
            var isStack = input.Holds == BlockKind.Statement;
            var (nesting, expression) = (task.Nesting + (isStack ? 1 : 0), isStack ? 0 : task.Expression + 1);
            var isBlock = entry.Value.TryGetProperty("block", out var real);
            if (isBlock)
            {
                _tasks.Push(new Task(real, block, input.Name, BlockRole.Real, nesting, expression));
            }

            if (entry.Value.TryGetProperty("shadow", out var shadow))
            {
                _tasks.Push(new Task(shadow, block, input.Name, isBlock ? BlockRole.Hidden : BlockRole.Shadow, nesting, expression));
            }
        }
    }

    private void AddNext(StoredBlock block, Task task)
    {
        if (block.Json.TryGetProperty("next", out var next))
        {
            StoredJson.Allow(next, "block");
            var below = next.TryGetProperty("block", out var found) ? found : throw StoredJson.Broken();
            _tasks.Push(new Task(below, block, "", BlockRole.Real, task.Nesting, 0));
        }
    }

    /// <summary>A block that is still to be read.</summary>
    /// <param name="Nesting">Statements around it.</param>
    /// <param name="Expression">Numbers and conditions around it, itself included.</param>
    private readonly record struct Task(JsonElement Json, StoredBlock? Above, string Place, BlockRole Role, int Nesting, int Expression);

    private enum BlockRole
    {
        Real,
        Shadow,

        /// <summary>A shadow behind a block.</summary>
        Hidden,
    }
}
