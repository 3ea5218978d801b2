var word = Input.ReadLine();
if (word.Length is < 1 or > 100_000)
    Reject($"the word has {word.Length} letters");
foreach (var letter in word)
{
    if (letter is < 'a' or > 'z')
        Reject($"'{letter}' is no small letter");
}

Input.ReadEof();
