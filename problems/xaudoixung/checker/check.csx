// The number of changes must be the jury's, and the word a palindrome that differs from the input in so many places.
var word = Input.NextToken();
var least = Answer.NextInt();
var told = Output.NextInt();
if (told != least)
    Reject($"Số chữ cái phải đổi không đúng: {told}.");
if (Output.AtEnd)
    Score(0.4m, "Thiếu từ đối xứng ở dòng hai.");

var own = Output.NextToken();
if (!Output.AtEnd)
    Score(0.4m, "Thừa dữ liệu sau dòng hai.");
if (own.Length != word.Length)
    Score(0.4m, "Từ ở dòng hai không cùng độ dài với từ đã cho.");

var changes = 0;
for (var i = 0; i < own.Length; i++)
{
    if (own[i] != own[own.Length - 1 - i])
        Score(0.4m, "Từ ở dòng hai không đối xứng.");
    if (own[i] != word[i])
        changes++;
}

Note($"{changes} changes, least {least}");
if (changes != least)
    Score(0.4m, "Từ ở dòng hai khác từ đã cho ở quá nhiều chỗ.");
Accept();
