using System.Globalization;
using System.Text;
using Judge.Worlds.Run;

namespace Judge.Worlds.Talk;

/// <summary>
/// Drives a robot by a program that talks through two pipes: a line a request, a line an answer. problems/worlds/include has the other end
/// in Pascal and Python. A program that breaks off or says what nobody understands has ended; why is for its exit code to tell.
/// </summary>
/// <param name="heard">What the program says. Read without a bound on the clock: whoever runs the program ends it.</param>
/// <param name="said">Where it reads its answers.</param>
/// <param name="robot">Which robot it drives, from 0.</param>
internal sealed class TalkingMind(Stream heard, Stream said, int robot) : IMind
{
    /// <summary>Bytes of the longest request.</summary>
    private const int MostBytes = 64;

    private readonly byte[] _byte = new byte[1];
    private bool _isOwed;
    private int _questions;

    /// <summary>What calls what is not known of a program in a box.</summary>
    public IReadOnlyList<int> Chain => [];

    /// <returns>With the line of the source as its block; 0: the program does not tell it.</returns>
    public Intent Next(Senses senses)
    {
        try
        {
            if (_isOwed)
            {
                Answer(1);
            }

            return Listen(senses);
        }
        catch (IOException)
        {
            return new Intent(Deed.Ended);
        }
    }

    private Intent Listen(Senses senses)
    {
        for (var idle = 0; Request.Of(ReadLine()) is { } request; idle++)
        {
            if (Wanted(request) is { } intent)
            {
                _isOwed = true;
                return intent;
            }

            if (idle == BlockMind.MostIdle || ++_questions > BlockMind.MostOperations)
            {
                return new Intent(Deed.Failed, request.Line, 0, Levels.EndCode.IdleLoop);
            }

            if (Sense(request, senses) is not { } value)
            {
                break;
            }

            Answer(value);
        }

        return new Intent(Deed.Ended);
    }

    /// <summary>Null: it is no action.</summary>
    private static Intent? Wanted(Request request) =>
        (request.Word, request.Number) switch
        {
            ("forward", null) => new(Deed.Forward, request.Line),
            ("left", null) => new(Deed.Left, request.Line),
            ("right", null) => new(Deed.Right, request.Line),
            ("around", null) => new(Deed.Around, request.Line),
            ("pick", null) => new(Deed.Pick, request.Line),
            ("drop", null) => new(Deed.Drop, request.Line),
            ("wait", null) => new(Deed.Wait, request.Line),
            ("paint", >= 0 and < 8 and var colour) => new(Deed.Paint, request.Line, colour),
            ("say", { } number) => new(Deed.Say, request.Line, number),
            _ => null,
        };

    /// <summary>Null: nobody understands it.</summary>
    private int? Sense(Request request, Senses senses) =>
        (request.Word, request.Number) switch
        {
            ("?number", null) => robot,
            ("?pile", null) => senses.Pile,
            ("?bag", null) => senses.Bag,
            ("?power", null) => senses.Power,
            ("?goal", null) => One(senses.IsGoal),
            ("?thing", null) => One(senses.Pile > 0),
            ("?house", null) => One(senses.HouseNeeds),
            ("?colour", { } colour) => One(senses.Colour == colour),
            ("?free", >= 0 and < 4 and var side) => One(senses.IsFree(side)),
            ("?line", >= 0 and < 4 and var side) => One(senses.HasLine(side)),
            ("?robot", >= 0 and < 4 and var side) => One(senses.HasRobot(side)),
            ("?distance", >= 0 and < 4 and var side) => senses.Distance(side),
            _ => null,
        };

    private static int One(bool holds) => holds ? 1 : 0;

    private void Answer(int number)
    {
        _isOwed = false;
        said.Write(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture) + "\n"));
    }

    /// <summary>A byte at a time: the next line is not there before this one is answered. Empty: the program has ended.</summary>
    private string ReadLine()
    {
        var line = new StringBuilder();
        while (line.Length < MostBytes && heard.Read(_byte) == 1 && _byte[0] != '\n')
        {
            line.Append((char)_byte[0]);
        }

        return line.ToString();
    }

    /// <summary>Such as <c>12 ?free 1</c>.</summary>
    /// <param name="Line">Of the source, 0 where it is not known.</param>
    /// <param name="Number">Null: there is none.</param>
    private readonly record struct Request(int Line, string Word, int? Number)
    {
        /// <summary>Null: it is no request.</summary>
        public static Request? Of(string line) =>
            line.TrimEnd('\r').Split(' ') switch
            {
                [var at, var word] when Whole(at) is >= 0 and var number => new Request(number, word, null),
                [var at, var word, var last] when Whole(at) is >= 0 and var number && Whole(last) is { } given => new Request(
                    number,
                    word,
                    given
                ),
                _ => null,
            };

        private static int? Whole(string text) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
