using System.Globalization;
using Judge.Worlds.Trees;

namespace Judge.Tests.Worlds;

/// <summary>
/// Programs of blocks as short texts: <c>repeat 4 { forward if free left { left } }</c>. Blocks are numbered as they stand, the hat is 0.
/// Numbers: 3, $name (variable), %0 (parameter), pile, bag, power, distance SIDE, + - * div mod before their two operands.
/// Conditions: goal, thing, house, free SIDE, line SIDE, robot SIDE, colour N, true, false, not, and, or, and = != &lt; &lt;= &gt; &gt;=.
/// </summary>
internal sealed class Code
{
    private readonly List<string> _variables = [];
    private readonly List<(string Name, int Parameters)> _procedures = [];
    private Queue<string> _words = [];
    private int _block;

    /// <param name="procedures">Each begins with its name and its number of parameters.</param>
    public static BlockProgram Of(string main, params string[] procedures) => Of([main], procedures);

    /// <inheritdoc cref="Of(string, string[])"/>
    public static BlockProgram Of(string[] mains, params string[] procedures)
    {
        var code = new Code();
        foreach (var procedure in procedures)
        {
            var words = Words(procedure);
            code._procedures.Add((words.Dequeue(), code.Number(words.Dequeue())));
        }

        IReadOnlyList<IReadOnlyList<Statement>> bodies = [.. mains.Select(code.Main)];
        return new BlockProgram
        {
            Mains = bodies,
            Procedures = [.. procedures.Select((text, at) => code.Procedure(text, at))],
            Variables = code._variables,
        };
    }

    private static Queue<string> Words(string text) => new(text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private IReadOnlyList<Statement> Main(string text)
    {
        _words = Words(text);
        _block++;
        return Rest();
    }

    private Procedure Procedure(string text, int at)
    {
        _words = Words(text);
        _words.Dequeue();
        _words.Dequeue();
        var hat = _block++;
        var names = Enumerable.Range(0, _procedures[at].Parameters).Select(number => $"p{number}").ToList();
        return new Procedure(hat, _procedures[at].Name, names, Rest());
    }

    private List<Statement> Rest()
    {
        List<Statement> all = [];
        while (_words.Count > 0 && _words.Peek() != "}")
        {
            all.Add(Statement());
        }

        return all;
    }

    private List<Statement> Body()
    {
        Assert.Equal("{", _words.Dequeue());
        var body = Rest();
        Assert.Equal("}", _words.Dequeue());
        return body;
    }

    private Statement Statement()
    {
        var (word, block) = (_words.Dequeue(), _block++);
        return word switch
        {
            "paint" => new Paint(block, Number(_words.Dequeue())),
            "wait" => new Wait(block, Number()),
            "say" => new Say(block, Number()),
            "stop" => new Stop(block),
            "repeat" => new Repeat(block, Number(), Body()),
            "until" => new Until(block, Condition(), Body()),
            "while" => new While(block, Condition(), Body()),
            "for" => new For(block, Variable(_words.Dequeue()), Number(), Number(), Body()),
            "if" => new If(block, Condition(), Body(), Else()),
            "set" => new Set(block, Variable(_words.Dequeue()), Number()),
            "add" => new Add(block, Variable(_words.Dequeue()), Number()),
            "call" => Call(block),
            _ => new Act(block, Enum.Parse<ActKind>(word, ignoreCase: true)),
        };
    }

    private List<Statement>? Else()
    {
        if (!_words.TryPeek(out var word) || word != "else")
        {
            return null;
        }

        _words.Dequeue();
        return Body();
    }

    private Call Call(int block)
    {
        var name = _words.Dequeue();
        var procedure = _procedures.FindIndex(one => one.Name == name);
        return new Call(block, procedure, [.. Enumerable.Range(0, _procedures[procedure].Parameters).Select(_ => Number())]);
    }

    private Number Number()
    {
        var (word, block) = (_words.Dequeue(), _block++);
        return word switch
        {
            "pile" or "bag" or "power" => new Reading(block, Enum.Parse<ReadingKind>(word, ignoreCase: true)),
            "distance" => new Distance(block, Side()),
            "+" => new Arithmetic(block, ArithmeticKind.Plus, Number(), Number()),
            "-" => new Arithmetic(block, ArithmeticKind.Minus, Number(), Number()),
            "*" => new Arithmetic(block, ArithmeticKind.Times, Number(), Number()),
            "div" => new Arithmetic(block, ArithmeticKind.Div, Number(), Number()),
            "mod" => new Arithmetic(block, ArithmeticKind.Mod, Number(), Number()),
            ['$', ..] => new Variable(block, Variable(word[1..])),
            ['%', ..] => new Parameter(block, Number(word[1..])),
            _ => new Literal(block, Number(word)),
        };
    }

    private Condition Condition()
    {
        var (word, block) = (_words.Dequeue(), _block++);
        return word switch
        {
            "goal" or "thing" or "house" => new Here(block, Enum.Parse<HereKind>(word, ignoreCase: true)),
            "free" or "line" or "robot" => new Look(block, Enum.Parse<LookKind>(word, ignoreCase: true), Side()),
            "colour" => new Colour(block, Number(_words.Dequeue())),
            "true" or "false" => new Fixed(block, word == "true"),
            "not" => new Not(block, Condition()),
            "and" => new And(block, Condition(), Condition()),
            "or" => new Or(block, Condition(), Condition()),
            _ => new Compare(block, (CompareKind)Array.IndexOf(["=", "!=", "<", "<=", ">", ">="], word), Number(), Number()),
        };
    }

    private Side Side() => Enum.Parse<Side>(_words.Dequeue(), ignoreCase: true);

    private int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private int Variable(string name)
    {
        if (!_variables.Contains(name))
        {
            _variables.Add(name);
        }

        return _variables.IndexOf(name);
    }
}
