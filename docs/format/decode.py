"""Turns artifacts of Cairn into JSON, as docs/format.md describes both. It needs no Java.

    decode.py ARTIFACT SCHEMA [ARTIFACT SCHEMA ...]     prints a line of JSON for each artifact

If a file is not what it should be, a sentence on standard error names it and the problem, and the
exit status is 1; it is 2 for a wrong call. Sections are those of docs/format.md. A value is read
into what its JSON is: None, bool, int, float, list or dict; str is the text of a string or of a
constant, and JsonText any other text, in quotes, or a number that keeps all its digits.
"""
import contextlib
import ctypes
import datetime
import decimal
import hashlib
import json
import math
import re
import struct
import sys
import uuid
from collections import namedtuple

SECOND = 1_000_000_000  # in nanoseconds
EXACT = decimal.Context(prec=decimal.MAX_PREC, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
LATER = "unless a later version of Cairn wrote it"
# The primitives in the order of their tags, with the letters that struct has for them
PRIMITIVES = {"bool": "B", "i8": "b", "i16": "h", "char": "H", "i32": "i", "i64": "q",
              "f32": "f", "f64": "d"}
KINDS = ("struct", "enum", "sealed", "custom", "opaque-kryo", "opaque-java")

Type = namedtuple("Type", "word within named")  # word: a keyword (with its ?) or a class


class DecodeError(Exception):
    """A file is not what docs/format.md says."""


class JsonText(str):
    """A piece of JSON that is written as it is."""


class Schema:
    """The types of a schema of version 0 or 1 (section Schemas), whether or not it is canonical."""

    def __init__(self, data):
        first, _, text = data.decode("utf-8").partition("\n")
        if first not in ("cairn schema 0", "cairn schema 1"):
            raise DecodeError(f"its first line, {ascii(first[:40])}, is unknown, {LATER}")
        self.tokens = re.findall(r"'(?:[^'\\\n]|\\['\\n])*'|[^ \n'\\<>{},:?]+|(?s:.)", text)
        self.tokens.reverse()  # the last one comes next
        self.definitions, self.classes = {}, set()  # a definition: its kind, what is in braces
        self.root = self.read_type()
        self.expect("\n")
        while self.tokens:
            self.read_definition()
        for name in self.classes - self.definitions.keys():
            raise DecodeError(f"it has no definition of {ascii(name[:80])}, {LATER}")

    def accept(self, token):
        """Passes a token over if it comes next, and says whether it did."""
        return self.tokens[-1:] == [token] and bool(self.tokens.pop())

    def expect(self, token):
        """Passes a token over, which has to come next."""
        if not self.accept(token):
            found = "".join(self.tokens[:-9:-1])[:80]
            raise DecodeError(f"it has {ascii(found)} where {ascii(token)} should be")

    def read_list(self, brackets, read):
        """Reads what comes in brackets, between commas."""
        self.expect(brackets[0])
        members = []
        while not self.accept(brackets[1]):
            if members:
                self.expect(",")
            members.append(read())
        return members

    def read_name(self):
        """Reads a name, without its quotes."""
        token = self.tokens.pop() if self.tokens else "\n"
        if token in " \n'\\<>{},:?":
            raise DecodeError(f"it has {ascii(token)} where a name or a type should be")
        if token[0] != "'":
            return token
        return re.sub(r"\\(.)", lambda it: "\n" if it[1] == "n" else it[1], token[1:-1])

    def read_type(self, level=1):
        """Reads a type; what is no keyword is a class."""
        is_keyword = self.tokens and self.tokens[-1] in TYPES_WITHIN
        word = self.read_name()
        if not is_keyword:
            self.classes.add(word)
            return Type(word, (), True)
        number = TYPES_WITHIN[word]
        if number == 0:
            is_box = word in PRIMITIVES and self.accept("?")
            return Type(word + "?" if is_box else word, (), False)
        if level > 100:
            raise DecodeError("it has types within types in more than 100 levels")
        within = self.read_list("<>", lambda: self.read_type(level + 1))
        if number != len(within) if number else not all(it.named for it in within):
            raise DecodeError(f"it has {word} of other types than {word} can have")
        return Type(word, within, False)

    def read_definition(self):
        """Reads the definition of a named type."""
        kind, _, name = self.read_name(), self.expect(" "), self.read_name()
        if kind not in KINDS:
            raise DecodeError(f"it has a definition {ascii(kind[:80])}, {LATER}")
        read_field = lambda: (self.read_name(), self.expect(":"), self.read_type())
        members = self.read_list("{}", read_field if kind == "struct" else self.read_name)
        self.expect("\n")
        names = {member[0] if kind == "struct" else member for member in members}
        if name in self.definitions or len(names) < len(members) or (
                kind == "custom" and len(members) != 1):
            raise DecodeError(f"its definition of {ascii(name[:80])} has a name twice, or is twice")
        if kind == "sealed":
            self.classes.update(members)
        if kind.startswith("opaque"):
            members = [f"class {name}"]
        self.definitions[name] = kind, members


class Reader:
    """Reads a value at a position in the bytes."""

    def __init__(self, data, position, definitions):
        self.data, self.position, self.definitions = data, position, definitions

    def in_range(self, value, lowest, highest, what):
        """The value, which has to be in a range."""
        if not lowest <= value <= highest:
            raise DecodeError(f"{what} that ends at byte {self.position} is {value}, and has to be "
                              f"from {lowest} to {highest}")
        return value

    def number(self, number):
        """A number of bytes or of elements, which take a byte at least."""
        left = len(self.data) - self.position
        return self.in_range(number, 0, left, "a number of bytes or elements")

    def take(self, number):
        """The next bytes."""
        self.position += self.number(number)
        return self.data[self.position - number:self.position]

    def byte(self, highest=255):
        """The next byte; a present byte is 1 at most."""
        return self.in_range(self.take(1)[0], 0, highest, "a byte")

    def varint(self):
        """An unsigned number (section Numbers of bytes and elements)."""
        value = 0
        for shift in range(0, 35, 7):
            byte = self.byte(0x0F if shift == 28 else 0xFF)
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                break
        return value

    def i32(self):
        """A number in zigzag."""
        value = self.varint()
        return value >> 1 ^ -(value & 1)

    def i64(self):
        """A number in zigzag; its ninth byte has eight bits."""
        value = 0
        for shift in range(0, 63, 7):
            byte = self.byte()
            value |= (byte if shift == 56 else byte & 0x7F) << shift
            if byte < 0x80:
                break
        return value >> 1 ^ -(value & 1)

    def text(self, number):
        """So many bytes of text (section Text); half of a surrogate pair stays what it is."""
        text = self.take(number).decode("utf-8", "surrogatepass")
        if re.search("[\ud800-\udbff][\udc00-\udfff]", text):
            raise DecodeError(f"a text before byte {self.position} has a character in six bytes")
        return text

    def text_within(self):
        """Text within a value type."""
        return self.text(self.varint())

    def big(self, scale):
        """A two's complement, the highest byte first, and a scale; Python writes it as Java."""
        data = self.take(self.in_range(self.varint(), 1, 2**31 - 1, "a number of bytes"))
        number = int.from_bytes(data, "big", signed=True)
        digits = to_decimal(abs(number)).copy_sign(-1 if number < 0 else 1)
        return JsonText(EXACT.scaleb(digits, -scale))

    def seconds(self):
        """Seconds, and nanoseconds that are added to them; all of it in nanoseconds."""
        return self.i64() * SECOND + self.in_range(self.i32(), 0, SECOND - 1, "a fraction")

    def time(self):
        """A time of day, as text."""
        return time_text(self.in_range(self.i64(), 0, 86_400 * SECOND - 1, "a time"))

    def date_time(self):
        """A date and a time of day, as text."""
        return f"{date_text(self.i64())}T{self.time()}"

    def offset(self):
        """An offset from UTC, as text."""
        seconds = self.in_range(self.i32(), -64_800, 64_800, "an offset")
        sign = "-" if seconds < 0 else "+"
        return sign + time_text(abs(seconds) * SECOND) if seconds else "Z"

    def zoned(self):
        """A date, a time of day, an offset and a zone, as text."""
        text, offset, zone = self.date_time(), self.offset(), self.text_within()
        return text + offset if zone == offset else f"{text}{offset}[{zone}]"

    def part(self, lowest, highest):
        """A month or a day, as text."""
        return f"{self.in_range(self.i32(), lowest, highest, 'a month or day'):02}"

    def elements(self, word, number):
        """The elements of an array of primitives (section Arrays)."""
        data = self.take(self.number(number) * struct.calcsize(PRIMITIVES[word]))
        convert = {"bool": lambda value: self.in_range(value, 0, 1, "a bool") == 1,
                   "char": lambda unit: quoted(chr(unit)), "f64": float_or_word,
                   "f32": lambda value: float_or_word(value, is_f32=True)}.get(word, int)
        return [convert(it) for it in struct.unpack(f"<{number}{PRIMITIVES[word]}", data)]

    def primitive(self, word):
        """A primitive that is no element of an array of primitives (section Primitives)."""
        if word in ("i32", "i64"):
            return self.i32() if word == "i32" else self.i64()
        return self.elements(word, 1)[0]

    def value(self, word):
        """A value type without its present byte (section Value types)."""
        value = VALUE_TYPES[word](self)
        return quoted(value) if type(value) is str else value

    def members(self, word, within, number):
        """So many bytes of a string, elements, or entries of a map."""
        self.number(number)
        if word == "string":
            return self.text(number)
        if word == "array" and within[0].word in PRIMITIVES and not within[0].named:
            return self.elements(within[0].word, number)
        if len(within) == 1:
            return [self.whole(within[0]) for _ in range(number)]
        entries = [(self.whole(within[0]), self.whole(within[1])) for _ in range(number)]
        if len({key for key, _ in entries if type(key) is str}) == number:
            return dict(entries)
        return [{"key": key, "value": value} for key, value in entries]

    def body(self, name, number=None):
        """A value of a named type that is not null; its number may have been read before."""
        kind, members = self.definitions[name]
        if kind in ("enum", "sealed"):
            number = self.varint() if number is None else number
            member = members[self.in_range(number, 0, len(members) - 1, f"a number of {kind}")]
            return member if kind == "enum" else self.body(member)
        if kind == "struct":
            return {"@type": name} | {field: self.whole(type_) for field, _, type_ in members}
        size, is_last = 0, False
        while not is_last:
            number, is_last = divmod(self.varint(), 2)
            size += len(self.take(number))
        return {"@type": name, "@reader": members[0], "@size": size}

    def any(self, type_):
        """A value declared as Object (section Objects)."""
        tag = self.in_range(self.varint(), 0, 48, f"a tag, {LATER},")
        if tag == 0:
            return None
        if tag == 3:
            last = len(type_.within) - 1
            return self.body(type_.within[self.in_range(self.varint(), 0, last, "a class")].word)
        if tag > 20:
            return self.value(list(VALUE_TYPES)[tag - 21])
        held = {1: Type("collection", [type_], False), 2: Type("map", [type_, type_], False),
                4: Type("string", [], False)}.get(tag)
        if held is None:
            primitive = Type(list(PRIMITIVES)[(tag - 5) % 8], [], False)
            held = primitive if tag < 13 else Type("array", [primitive], False)
        value = self.whole(held)
        if value is None:
            raise DecodeError(f"an any before byte {self.position} has null twice")
        return value

    def whole(self, type_):
        """A value as its type says, which may be null."""
        word, within, named = type_
        kind = self.definitions[word][0] if named else word
        if kind in PRIMITIVES:
            return self.primitive(kind)
        if kind == "any":
            return self.any(type_)
        if kind in ("set", "collection", "map"):
            number = self.byte(4 if within[0].word == "any" else 5)
            self.in_range(number, 2 if number and kind != "collection" else 0, 5, "a kind")
            return self.members(kind, within, self.varint()) if number else None
        if kind == "optional":
            number = self.byte(2)
            value = self.whole(within[0]) if number == 2 else EMPTY
            if value is None:
                raise DecodeError(f"an optional before byte {self.position} has null as a value")
            return None if number == 0 else quoted(value) if type(value) is str else value
        if kind in VALUE_TYPES or kind == "entry" or kind[-1] == "?" or (
                named and kind not in ("enum", "sealed")):
            if not self.byte(1):
                return None
            if named:
                return self.body(word)
            if kind == "entry":
                return {"key": self.whole(within[0]), "value": self.whole(within[1])}
            return self.primitive(kind[:-1]) if kind[-1] == "?" else self.value(kind)
        number = self.varint() - 1
        if number < 0:
            return None
        return self.body(word, number) if named else self.members(kind, within, number)


def to_decimal(number):
    """A number that is not negative; in halves, as Python is slow with a long one as a whole."""
    if number < 2**4000:
        return decimal.Decimal(number)
    half = number.bit_length() // 2
    high = EXACT.multiply(to_decimal(number >> half), to_decimal(1 << half))
    return EXACT.add(high, to_decimal(number & (1 << half) - 1))


def quoted(text):
    """A text that is no string and no constant, so that it is no name in an object."""
    return JsonText(json.dumps(text))


def float_or_word(number, is_f32=False):
    """A finite number, if of an f32 the closest of the decimals with the fewest digits."""
    if not math.isfinite(number):
        return quoted({"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(number)])
    for digits in range(2, 10) if is_f32 and number else ():
        context = decimal.Context(prec=digits)
        closest = decimal.Decimal(f"{number:.{digits - 1}e}")
        for found in (closest, closest.next_plus(context), closest.next_minus(context)):
            if ctypes.c_float(float(found)).value == number:
                return float(found)
    return number


def year_text(year, plus=""):
    """A year has four digits at least, and a plus in most types if it has more."""
    return f"{'-' if year < 0 else plus if year > 9999 else ''}{abs(year):04}"


def date_text(days):
    """Days since 1970-01-01; the calendar repeats itself every 400 years, here from 2000 on."""
    cycles, day = divmod(days - 10_957, 146_097)
    date = datetime.date.fromordinal(datetime.date(2000, 1, 1).toordinal() + day)
    return f"{year_text(date.year + 400 * cycles, '+')}-{date:%m-%d}"


def time_text(nanoseconds, always_seconds=False):
    """Nanoseconds since midnight, or of an offset."""
    seconds, fraction = divmod(nanoseconds, SECOND)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
    if seconds % 60 or fraction or always_seconds:
        text += f":{seconds % 60:02}"
    return re.sub(r"\.?(000)*$", "", f"{text}.{fraction:09}")


def instant_text(nanoseconds):
    """Nanoseconds since 1970-01-01T00:00Z."""
    days, time = divmod(nanoseconds, 86_400 * SECOND)
    return f"{date_text(days)}T{time_text(time, True)}Z"


def duration_text(nanoseconds):
    """A duration, with its sign in each part."""
    seconds, fraction = divmod(abs(nanoseconds), SECOND)
    last = f"{seconds % 60}.{fraction:09}".rstrip("0").rstrip(".")
    parts = f"{seconds // 3600}H", f"{seconds // 60 % 60}M", f"{last or 0}S"
    sign = "-" if nanoseconds < 0 else ""
    return "PT" + ("".join(sign + it for it in parts if it not in ("0H", "0M", "0S")) or "0S")


EMPTY = JsonText("null")  # not None, which is a null
VALUE_TYPES = {  # in the order of their tags; text is not in quotes yet
    "bigdecimal": lambda it: it.big(scale=it.i32()), "biginteger": lambda it: it.big(scale=0),
    "uuid": lambda it: str(uuid.UUID(bytes=it.take(16)[::-1])),
    "uri": Reader.text_within, "path": Reader.text_within, "file": Reader.text_within,
    "locale": Reader.text_within, "currency": Reader.text_within, "charset": Reader.text_within,
    "date": lambda it: instant_text(it.i64() * 1_000_000),
    "bitset": lambda it: [8 * place + bit for place, byte in enumerate(it.take(it.varint()))
                          for bit in range(8) if byte >> bit & 1],
    "optionalint": lambda it: it.i32() if it.byte(1) else EMPTY,
    "optionallong": lambda it: it.i64() if it.byte(1) else EMPTY,
    "optionaldouble": lambda it: it.primitive("f64") if it.byte(1) else EMPTY,
    "instant": lambda it: instant_text(it.seconds()),
    "duration": lambda it: duration_text(it.seconds()),
    "period": lambda it: "P" + ("".join(f"{number}{unit}" for unit in "YMD"
                                        if (number := it.i32())) or "0D"),
    "localdate": lambda it: date_text(it.i64()), "localtime": Reader.time,
    "localdatetime": Reader.date_time, "offsettime": lambda it: it.time() + it.offset(),
    "offsetdatetime": lambda it: it.date_time() + it.offset(), "zoneddatetime": Reader.zoned,
    "year": lambda it: str(it.i32()),
    "yearmonth": lambda it: f"{year_text(it.i32())}-{it.part(1, 12)}",
    "monthday": lambda it: f"--{it.part(1, 12)}-{it.part(1, 31)}",
    "zoneid": Reader.text_within, "zoneoffset": Reader.offset}
TYPES_WITHIN = {  # the keywords, with the number of types between < and >
    **dict.fromkeys(("string", *PRIMITIVES, *VALUE_TYPES), 0), "any": None, **dict.fromkeys((
        "array", "list", "set", "collection", "hashset", "linkedhashset", "treeset", "enumset",
        "optional"), 1), **dict.fromkeys((
            "map", "hashmap", "linkedhashmap", "treemap", "enummap", "entry"), 2)}


def write_json(value, write):
    """Writes what was read as JSON on one line."""
    is_object = isinstance(value, dict)
    if not is_object and not isinstance(value, list):
        write(value if isinstance(value, JsonText) else json.dumps(value))
        return
    write("{" if is_object else "[")
    for place, member in enumerate(value):
        write(", " if place else "")
        if is_object:
            write(f"{json.dumps(member)}: ")
        write_json(value[member] if is_object else member, write)
    write("}" if is_object else "]")


def decode(artifact, text):
    """Reads the value of an artifact (section Header), with the bytes of its schema."""
    if len(artifact) < 36 or artifact[:2] != b"\xca\x1b":
        raise DecodeError("it does not begin with the magic bytes ca 1b and the rest of a header")
    if artifact[2] > 1 or artifact[3] not in (1, 2):
        raise DecodeError(f"its version {artifact[2]} or codec id {artifact[3]} is unknown, {LATER}")
    if artifact[4:36] != hashlib.sha256(text).digest():
        raise DecodeError("the schema that is given is not its own: the SHA-256 is another one")
    schema = Schema(text)
    needs_class = any(kind[:2] in ("cu", "op") for kind, _ in schema.definitions.values())
    if artifact[3] != 1 + needs_class:
        raise DecodeError(f"its codec id {artifact[3]} is not that of its schema")
    reader = Reader(artifact, 36, schema.definitions)
    value = reader.whole(schema.root)
    if reader.position < len(artifact):
        raise DecodeError(f"the value ends at byte {reader.position} and more follows")
    return value


def main(paths):
    """Prints the JSON of each artifact; the exit status."""
    if not paths or len(paths) % 2 or paths[0].startswith("-"):
        print("usage: decode.py ARTIFACT SCHEMA [ARTIFACT SCHEMA ...]", file=sys.stderr)
        return 2
    sys.setrecursionlimit(400_000 if sys.version_info >= (3, 11) else 1000)
    for artifact, schema in zip(paths[::2], paths[1::2]):
        try:
            with open(artifact, "rb") as file, open(schema, "rb") as text:
                write_json(decode(file.read(), text.read()), sys.stdout.write)
            print(flush=True)
        except (DecodeError, UnicodeError, RecursionError, MemoryError, OSError) as problem:
            print(f"{artifact}: with schema {schema}, {problem}.", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
