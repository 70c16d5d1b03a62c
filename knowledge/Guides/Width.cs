namespace PolicyBot.Knowledge.Guides;

/// <summary>Full-width forms of ASCII and the ideographic space, folded to their half-width twins.</summary>
public static class Width
{
    private const char FirstFullWidth = '！';
    private const char LastFullWidth = '～';
    private const int Distance = '！' - '!';

    public static char Fold(char c) => c switch
    {
        >= FirstFullWidth and <= LastFullWidth => (char)(c - Distance),
        '\u3000' => ' ',
        _ => c,
    };
}
