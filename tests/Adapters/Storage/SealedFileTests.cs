using System.Security.Cryptography;
using PolicyBot.Adapters.Storage;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Storage;

public sealed class SealedFileTests : IDisposable
{
    private const int Piece = SealedFile.PieceLength;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData(3 * Piece)]
    [InlineData((3 * Piece) + 777)]
    public async Task WhatWasWrittenIsReadWhateverItsLength(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        await WriteAsync("a", content);
        await using var file = Open("a");
        Assert.Equal(length, file.Length);
        Assert.Equal(content, await ReadAsync(file));

        // A client that has to send it again reads it again.
        file.Position = length / 2;
        Assert.Equal(content[(length / 2)..], await ReadAsync(file));
        Assert.True(length < 20 || (await File.ReadAllBytesAsync(folder.File("a"))).AsSpan().IndexOf(content.AsSpan(0, 20)) < 0);
    }

    [Fact]
    public async Task AFileThatWasChangedOrCutOffIsNotRead()
    {
        await WriteAsync("a", RandomNumberGenerator.GetBytes(2 * Piece));
        var whole = await File.ReadAllBytesAsync(folder.File("a"));
        var head = whole.Length - (2 * (Piece + SealedFile.TagLength));

        await RefusedAsync([.. whole[..^5], (byte)(whole[^5] ^ 1), .. whole[^4..]]);
        await RefusedAsync(whole[..^1]);
        await RefusedAsync(whole[..(head + Piece + SealedFile.TagLength)]); // at the end of a piece
        await RefusedAsync(whole[..head]);
        await RefusedAsync([.. whole[..head], .. whole[(head + Piece + SealedFile.TagLength)..], .. whole[head..(head + Piece + SealedFile.TagLength)]]);
    }

    [Fact]
    public async Task AFileDoesNotPassForAnother()
    {
        await WriteAsync("a", [1, 2, 3]);
        File.Move(folder.File("a"), folder.File("b"));
        await using var file = Open("b");
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(file));
    }

    [Fact]
    public void AFileInClearIsToldApart()
    {
        File.WriteAllBytes(folder.File("clear"), Some.Jpeg);
        Assert.False(SealedFile.Is(folder.File("clear")));
        Assert.Throws<InvalidDataException>(() => Open("clear"));
    }

    private async Task RefusedAsync(byte[] content)
    {
        await File.WriteAllBytesAsync(folder.File("a"), content);
        await Assert.ThrowsAnyAsync<CryptographicException>(async () =>
        {
            await using var file = Open("a");
            await ReadAsync(file);
        });
    }

    private async Task WriteAsync(string name, byte[] content) =>
        await SealedFile.WriteAsync(folder.File(name), name, Vault, new MemoryStream(content), default);

    private Stream Open(string name) => SealedFile.Open(folder.File(name), name, Vault);

    private PolicyBot.Adapters.Privacy.Vault Vault => field ??= Vaults.Of(new BotDatabase(folder.File("bot.db")));

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }
}
