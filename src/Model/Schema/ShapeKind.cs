namespace Relata.Model.Schema;

/// <summary>The figures of <see cref="TypeKind.Shape"/>; coordinates are 64-bit floating point.</summary>
public enum ShapeKind
{
    /// <summary><c>{"x":1,"y":2}</c>.</summary>
    Point,

    /// <summary>The points for which Ax + By + C = 0: <c>{"a":1,"b":-1,"c":0}</c>.</summary>
    Line,

    /// <summary><c>{"start":{"x":0,"y":0},"end":{"x":1,"y":1}}</c>.</summary>
    Segment,

    /// <summary>
    /// A rectangle along the axes, by two corners: <c>{"high":{"x":1,"y":1},"low":{"x":0,"y":0}}</c>.
    /// </summary>
    Box,

    /// <summary>Segments in a row: <c>{"points":[{"x":0,"y":0},{"x":1,"y":1}],"closed":false}</c>.</summary>
    Path,

    /// <summary>A closed figure: <c>{"points":[{"x":0,"y":0},{"x":1,"y":0},{"x":1,"y":1}]}</c>.</summary>
    Polygon,

    /// <summary><c>{"center":{"x":0,"y":0},"radius":2}</c>.</summary>
    Circle,
}
