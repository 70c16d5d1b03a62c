using System.IO.Compression;
using System.Text;
using PolicyBot.Adapters.Storage.Inspection;

namespace PolicyBot.Tests.Adapters.Storage.Inspection;

public sealed class PdfInspectorTests
{
    private const string Page = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n";

    [Theory]
    [InlineData("<< /Type /Page /Contents 5 0 R >>")]
    [InlineData("<< /OpenAction [3 0 R /Fit] >>")]
    [InlineData("<< /Names << /EmbeddedFiles 7 0 R >> >>")]
    public void APdfThatShowsPagesIsTaken(string entry) => Assert.True(IsStill(Page + entry));

    [Theory]
    [InlineData("<< /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("<< /S /J#61vaScript /JS (app.alert(1)) >>")]
    [InlineData("<< /OpenAction << /S /Launch /F (cmd.exe) >> >>")]
    [InlineData("<< /S /SubmitForm /F (http://example.org) >>")]
    [InlineData("<< /AcroForm << /XFA 9 0 R >> >>")]
    [InlineData("trailer << /Root 1 0 R /Encrypt 8 0 R >>")]
    public void APdfThatDoesMoreIsNot(string entry) => Assert.False(IsStill(Page + entry));

    [Fact]
    public void WhatStandsInACompressedListOfObjectsIsSeen()
    {
        Assert.False(PdfInspector.IsStill(Packed("<< /S /JavaScript >>", "/Filter /FlateDecode")));
        Assert.True(PdfInspector.IsStill(Packed("<< /Type /Page >>", "/Filter /FlateDecode")));
    }

    [Fact]
    public void AListThatCannotBeLookedIntoIsRefused()
    {
        Assert.False(PdfInspector.IsStill(Packed("<< /Type /Page >>", "/Filter [/ASCII85Decode /FlateDecode]")));
        Assert.False(IsStill(Page + "5 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\nno zlib at all\nendstream"));
    }

    [Fact]
    public void AListThatUnpacksWithoutEndIsRefused() =>
        Assert.False(PdfInspector.IsStill(Packed(new string(' ', 40 * 1024 * 1024), "/Filter /FlateDecode")));

    [Fact]
    public void ThePictureOfAPageIsNotReadAsNames() =>
        Assert.True(IsStill(Page + "5 0 obj << /Subtype /Image /Length 30 >> stream\n..../JavaScript ..../XFA ....\nendstream endobj"));

    private static bool IsStill(string pdf) => PdfInspector.IsStill(Encoding.Latin1.GetBytes(pdf));

    private static byte[] Packed(string objects, string filter)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes(objects));
        }

        return [.. Encoding.Latin1.GetBytes($"{Page}5 0 obj\n<< /Type /ObjStm /N 1 /First 4 {filter} >>\nstream\n"), .. packed.ToArray(), .. "\nendstream\nendobj\n"u8];
    }
}
