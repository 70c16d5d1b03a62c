namespace PolicyBot.Knowledge.Text;

/// <summary>A part of a phrase that was found and waits for the next: where the phrase begins and the part ends.</summary>
internal readonly record struct OpenPart(int Start, int End);

/// <summary>
/// The open parts of one pass over a text. The memory is used again without clearing; the bits say which of it belongs to this pass.
/// </summary>
internal readonly ref struct OpenParts(OpenPart[] memory, Span<ulong> isOpen)
{
    /// <summary>How many of the latest finds of a part are kept: (弟|弟弟) finds two that end at the same place.</summary>
    public const int Remembered = 4;

    private static readonly OpenPart Never = new(0, int.MaxValue);

    private readonly Span<ulong> _isOpen = isOpen;

    public ReadOnlySpan<OpenPart> Latest(int slot) =>
        (_isOpen[slot >> 6] & (1UL << slot)) == 0 ? [] : memory.AsSpan(slot * Remembered, Remembered);

    public void Remember(int slot, OpenPart part)
    {
        var latest = memory.AsSpan(slot * Remembered, Remembered);
        if ((_isOpen[slot >> 6] & (1UL << slot)) == 0)
        {
            _isOpen[slot >> 6] |= 1UL << slot;
            latest.Fill(Never);
        }
        latest[..^1].CopyTo(latest[1..]);
        latest[0] = part;
    }
}
