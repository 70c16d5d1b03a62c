using System.Collections.Frozen;

namespace PolicyBot.Knowledge.Places;

/// <summary>The administrative divisions of China, read from knowledge/places; immutable and safe to share.</summary>
public sealed class PlaceCatalog
{
    // 县域 by name would miss these two and take 金林区 or 井陉矿区 for them.
    private static readonly FrozenSet<string> CountiesNamedDistrict = FrozenSet.Create("429021", "520203");

    private readonly FrozenDictionary<string, Place> _places;
    private readonly FrozenDictionary<string, string> _former;
    private readonly FrozenDictionary<string, Place[]> _children;
    private readonly PlaceSearch _search;

    private PlaceCatalog(IEnumerable<Place> places, IEnumerable<string[]> former, string directory)
    {
        _places = places.ToFrozenDictionary(p => p.Code);
        _former = former.Where(row => !_places.ContainsKey(row[0])).ToFrozenDictionary(row => row[0], row => row[2]);
        All = [.. _places.Values.OrderBy(p => p.Code, StringComparer.Ordinal)];
        _children = All.Where(p => p.Parent is not null).GroupBy(p => p.Parent!).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        Vocabulary = new PlaceVocabulary(this, directory);
        _search = new PlaceSearch(this);
    }

    /// <summary>Every place, by code.</summary>
    public IReadOnlyList<Place> All { get; }

    internal PlaceVocabulary Vocabulary { get; }

    /// <summary>Reads the data files of knowledge/places.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    public static PlaceCatalog Load(string directory)
    {
        var places = DataFile.Rows(directory, "divisions.csv").Concat(DataFile.Rows(directory, "committees.csv"))
            .Select(row => new Place(row[0], row[1], row[2].Length == 0 ? null : row[2]));
        return new PlaceCatalog(places, DataFile.Rows(directory, "former.csv"), directory);
    }

    /// <summary>
    /// The place of a code, also of codes that others send: 市辖区 (220201, 310100) is the city itself, a code that was
    /// merged is its successor (320584 → 320509), 2, 4, 9 and 12 digits are cut or filled to six. Null if unknown.
    /// </summary>
    public Place? Find(string? code)
    {
        code = code?.Trim() ?? "";
        if (code.Length is 2 or 4)
            code = code.PadRight(6, '0');
        else if (code.Length is 9 or 12)
            code = code[..6];
        if (code.Length != 6)
            return null;
        if (_places.TryGetValue(code, out var place) || _places.TryGetValue(code.ToUpperInvariant(), out place))
            return place;
        return _former.TryGetValue(code, out var now) ? _places[now] : CityOfItsDistricts(code);
    }

    public IReadOnlyList<Place> ChildrenOf(string code) =>
        Find(code) is { } place && _children.TryGetValue(place.Code, out var children) ? children : [];

    /// <summary>The name with all above it: 吉林省吉林市蛟河市, 上海市黄浦区. The code itself if it is unknown.</summary>
    public string FullName(string code)
    {
        if (Find(code) is not { } place)
            return code;
        if (place.Parent is null)
            return place.Name;
        // 岳阳市屈原管理区 brings its prefecture along.
        var above = _places[place.Parent];
        return place.Name.StartsWith(above.Name, StringComparison.Ordinal) && place.Name.Length > above.Name.Length
            ? (above.Parent is null ? "" : FullName(above.Parent)) + place.Name
            : FullName(above.Code) + place.Name;
    }

    /// <summary>Whether a place is the other one or lies in it.</summary>
    public bool IsWithin(string code, string ancestorCode) =>
        Find(code) is { } place && Find(ancestorCode) is { } ancestor && IsWithin(place, ancestor);

    public Place? Province(string code) => Ancestor(code, PlaceLevel.Province);

    /// <summary>The prefecture of a place; null in municipalities and for counties directly under a province.</summary>
    public Place? Prefecture(string code) => Ancestor(code, PlaceLevel.Prefecture);

    /// <summary>县域: a county-level division that is not a 市辖区 nor a development zone (县, 县级市, 自治县, 旗, 林区, 特区).</summary>
    public bool IsCountyLevel(string code) => Find(code) is { Level: PlaceLevel.County, IsFunctionalZone: false } place
        && (!place.Name.EndsWith('区') || CountiesNamedDistrict.Contains(place.Code));

    /// <summary>The finest divisions of a place; itself where there is none below it (东莞市, 蛟河市).</summary>
    public IEnumerable<Place> Leaves(string code)
    {
        if (Find(code) is not { } place)
            return [];
        return _children.TryGetValue(place.Code, out var children) ? children.SelectMany(c => Leaves(c.Code)) : [place];
    }

    /// <summary>Places whose code or name begins with, or contains, what was typed; the likeliest first.</summary>
    public IReadOnlyList<Place> Search(string q, int top) => _search.Find(q, top);

    internal bool IsWithin(Place place, Place ancestor)
    {
        for (var current = place; ; current = _places[current.Parent])
        {
            if (current.Code == ancestor.Code)
                return true;
            if (current.Parent is null)
                return false;
        }
    }

    private Place? Ancestor(string code, PlaceLevel level)
    {
        var place = Find(code);
        while (place is not null && place.Level != level)
            place = place.Parent is null ? null : _places[place.Parent];
        return place;
    }

    // 310100 and 500200 (the counties of Chongqing) stand for the municipality, 220201 for the prefecture.
    private Place? CityOfItsDistricts(string code) => code switch
    {
        [.. var municipality, '0', '1' or '2', '0', '0'] when municipality is "11" or "12" or "31" or "50" => _places[municipality + "0000"],
        [.. var prefecture, '0', '1'] => _places.GetValueOrDefault(prefecture + "00"),
        _ => null,
    };
}
