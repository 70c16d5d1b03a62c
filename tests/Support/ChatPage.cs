using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PolicyBot.Tests.Support;

/// <summary>What a person does on the chat page, and what must hold of it at any time.</summary>
internal static partial class ChatPage
{
    public static ILocator Choice(IPage page, string text) => page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = text });

    public static async Task SayAsync(IPage page, string text)
    {
        await page.GetByPlaceholder("输入消息").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "发送", Exact = true }).ClickAsync();
    }

    /// <summary>Everything that is shown, or read aloud, except what the test itself says in Latin letters.</summary>
    public static async Task AssertNoEnglishAsync(IPage page, params string[] expected)
    {
        var words = await page.EvaluateAsync<string[]>(
            """
            () => {
              const said = [document.title, document.body.innerText];
              for (const element of document.querySelectorAll('body *')) {
                for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription']) {
                  if (element.getAttribute(name)) said.push(element.getAttribute(name));
                }
                if (!element.children.length && !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) said.push(element.textContent);
              }
              return said;
            }
            """);
        Assert.Empty(words.SelectMany(text => Latin().Matches(text).Select(match => match.Value)).Distinct().Except(expected));
    }

    public static async Task AssertBigEnoughAsync(IPage page)
    {
        var small = await page.EvaluateAsync<string[]>(
            """
            () => {
              const visible = element => { const box = element.getBoundingClientRect(); return box.width > 2 && box.height > 2 ? box : null; };
              const wrong = [];
              for (const element of document.querySelectorAll('button:not([class*=live-region])')) {
                const box = visible(element);
                if (box && box.height < 44) wrong.push(`${element.className} is ${box.height} high`);
              }
              for (const element of document.querySelectorAll('body *:not([class*=live-region])')) {
                const text = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
                const box = visible(element);
                if (text && box && !element.closest('.webchat__keyboard-help') && parseFloat(getComputedStyle(element).fontSize) < 16) wrong.push(`${element.className} ${element.textContent} is ${getComputedStyle(element).fontSize}`);
                if (text && box && box.right > innerWidth + 1 && getComputedStyle(element).position !== 'absolute') wrong.push(`${element.className} ${element.textContent} ends at ${box.right}`);
              }
              if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page scrolls sideways');
              return wrong;
            }
            """);
        Assert.Empty(small);
    }

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex Latin();
}
