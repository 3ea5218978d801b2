namespace Judge.Formats.Statements;

/// <summary>A place in a LaTeX text; knows commands, braces and comments, not what they mean.</summary>
internal sealed class TexCursor(string text)
{
    /// <summary>Characters to look ahead; keeps the time linear.</summary>
    private const int MostOption = 300;

    private int _at;

    public bool IsDone => _at >= text.Length;

    public char Now => text[_at];

    /// <summary>What the last skipped argument was.</summary>
    public string LastArgument { get; private set; } = "";

    public bool AtEndOfEnvironment => Follows("\\end{");

    public bool AtItem => Follows("\\item") && (_at + 5 >= text.Length || !char.IsAsciiLetter(text[_at + 5]));

    public void Skip(int count) => _at = Math.Min(_at + count, text.Length);

    public void SkipBlanks()
    {
        while (!IsDone && Now is ' ' or '\t')
        {
            _at++;
        }
    }

    /// <summary>To the end of the line, and over the blanks before the next text unless that line is empty.</summary>
    public void SkipComment()
    {
        while (!IsDone && Now != '\n')
        {
            _at++;
        }

        if (_at + 1 < text.Length && text[_at + 1] != '\n')
        {
            Skip(1);
        }

        SkipBlanks();
    }

    public void SkipEnd()
    {
        if (Follows("\\end{"))
        {
            TakeCommand();
            TakeRaw();
        }
    }

    /// <summary>The command here without its backslash; letters, or one other character. Empty: there is none.</summary>
    public string PeekCommand()
    {
        if (IsDone || Now != '\\' || _at + 1 >= text.Length)
        {
            return "";
        }

        var end = _at + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return end == _at + 1 ? text[end..(end + 1)] : text[(_at + 1)..end];
    }

    /// <summary>Takes a command, a star after it, and the blanks that end a command of letters.</summary>
    public string TakeCommand()
    {
        var name = PeekCommand();
        Skip(1 + name.Length);
        if (name.Length > 0 && char.IsAsciiLetter(name[0]) && name is not ("verb" or "lstinline"))
        {
            if (!IsDone && Now == '*')
            {
                Skip(1);
            }

            SkipBlanks();
        }

        return name;
    }

    /// <summary>Skips what stands in brackets, then that many arguments, then what stands in brackets.</summary>
    public void SkipArguments(int count)
    {
        TakeOption();
        for (; count > 0; count--)
        {
            LastArgument = TakeRaw();
        }

        TakeOption();
    }

    /// <summary>What stands in brackets; empty: nothing does.</summary>
    public string TakeOption()
    {
        if (IsDone || Now != '[')
        {
            return "";
        }

        var length = text.AsSpan(_at, Math.Min(MostOption, text.Length - _at)).IndexOf(']');
        if (length < 0)
        {
            return "";
        }

        var option = text.Substring(_at + 1, length - 1);
        _at += length + 1;
        return option;
    }

    /// <summary>As <see cref="TakeRaw"/>, without taking it; null: it is long.</summary>
    public string? PeekRaw()
    {
        var raw = new TexCursor(text.Substring(_at, Math.Min(MostOption, text.Length - _at))).TakeRaw();
        return raw.Length < MostOption - 2 ? raw : null;
    }

    /// <summary>What stands in the next braces, as it is; empty: there are none.</summary>
    public string TakeRaw()
    {
        SkipBlanks();
        if (IsDone || Now != '{')
        {
            return "";
        }

        var start = ++_at;
        for (var open = 1; !IsDone; _at++)
        {
            if (Now == '\\')
            {
                _at++;
            }
            else if (Now == '{')
            {
                open++;
            }
            else if (Now == '}' && --open == 0)
            {
                return text[start.._at++];
            }
        }

        _at = text.Length;
        return text[start..];
    }

    /// <summary>Everything before the ending, which is taken too.</summary>
    public string TakeTo(string ending)
    {
        var end = text.IndexOf(ending, _at, StringComparison.Ordinal);
        var taken = end < 0 ? text[_at..] : text[_at..end];
        _at = end < 0 ? text.Length : end + ending.Length;
        return taken;
    }

    /// <summary>What stands between two equal characters, or in braces.</summary>
    public string TakeDelimited()
    {
        if (IsDone)
        {
            return "";
        }

        if (Now == '{')
        {
            return TakeRaw();
        }

        var mark = text.Substring(_at++, 1);
        return TakeTo(mark);
    }

    /// <summary>
    /// Mathematics between dollars, with one or two of them as it was (three, as Codeforces shows them, are one); null: it never ends.
    /// </summary>
    public string? TakeMath()
    {
        var dollars =
            Follows("$$$") ? "$$$"
            : Follows("$$") ? "$$"
            : "$";
        var end = _at + dollars.Length;
        while (end < text.Length && text[end] != '$')
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        if (end >= text.Length || text.AsSpan(_at, end - _at).Contains("\n\n", StringComparison.Ordinal))
        {
            Skip(1);
            return null;
        }

        var inner = text[(_at + dollars.Length)..end].Trim().Replace('\n', ' ');
        _at = end;
        for (var left = dollars.Length; left > 0 && !IsDone && Now == '$'; left--)
        {
            Skip(1);
        }

        return dollars == "$$" ? $"$${inner}$$" : $"${inner}$";
    }

    public bool TakeIf(string wanted)
    {
        if (!Follows(wanted))
        {
            return false;
        }

        Skip(wanted.Length);
        return true;
    }

    /// <summary>One character, in whole pairs where two make one.</summary>
    public string TakeLetter()
    {
        if (IsDone)
        {
            return "";
        }

        var length = char.IsHighSurrogate(Now) && _at + 1 < text.Length ? 2 : 1;
        var letter = text.Substring(_at, length);
        Skip(length);
        return letter;
    }

    private bool Follows(string wanted) => text.AsSpan(_at).StartsWith(wanted, StringComparison.Ordinal);
}
