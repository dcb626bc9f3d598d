package dev.cairn.processor.lock;

import dev.cairn.processor.model.StoredDefinition.Fallback;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what {@link LockText} writes, and finds out what merges and editors have made of it. */
final class LockParser {
    private static final Pattern CONFLICT =
            Pattern.compile("(?:<<<<<<<|\\|\\|\\|\\|\\|\\|\\||=======|>>>>>>>)(?: .*)?");

    private final List<String> lines;
    private final Map<String, Placed> flows = new LinkedHashMap<>();
    private final Map<String, Placed> types = new LinkedHashMap<>();
    private int number;

    /** A block, and the number of its first line. */
    private record Placed(Block block, int line) {}

    private LockParser(String text) {
        lines = text.lines().map(String::stripTrailing).toList();
    }

    static LockedSchemas parse(String text) throws LockFormatException {
        return new LockParser(text).parse();
    }

    private LockedSchemas parse() throws LockFormatException {
        requireNoConflict();
        requireVersion();
        number = 1;
        while (number < lines.size()) {
            String line = lines.get(number);
            if (line.isEmpty() || line.startsWith("#")) {
                number++;
            } else {
                add(block());
            }
        }
        List<Placed> blocks = new ArrayList<>(flows.values());
        blocks.addAll(types.values());
        for (Placed block : blocks) {
            requireDefined(block);
        }
        return LockedSchemas.of(blocks.stream().map(Placed::block).toList());
    }

    private void requireNoConflict() throws LockFormatException {
        for (int i = 0; i < lines.size(); i++) {
            if (CONFLICT.matcher(lines.get(i)).matches()) {
                throw LockFormatException.conflict(i + 1);
            }
        }
    }

    private void requireVersion() throws LockFormatException {
        String first = lines.isEmpty() ? "" : lines.get(0);
        if (!first.startsWith(LockText.VERSION_LINE)) {
            throw LockFormatException.at(
                    1, "it does not begin with `" + LockText.VERSION_LINE + LockText.VERSION + "`");
        }
        String version = first.substring(LockText.VERSION_LINE.length());
        if (!version.equals(LockText.VERSION)) {
            throw LockFormatException.at(1, "version " + version + " is not supported by this version of Cairn");
        }
    }

    private void add(Placed placed) throws LockFormatException {
        Block block = placed.block();
        Map<String, Placed> blocks = block.kind() == Block.Kind.FLOW ? flows : types;
        if (blocks.put(block.name(), placed) != null) {
            throw LockFormatException.at(placed.line(), "`" + block.name() + "` is described twice");
        }
    }

    private Placed block() throws LockFormatException {
        int place = number + 1;
        LineReader head = new LineReader(lines.get(number), place);
        String word = head.word();
        Block.Kind kind = null;
        for (Block.Kind candidate : Block.Kind.values()) {
            kind = candidate.word().equals(word) ? candidate : kind;
        }
        if (kind == null) {
            throw LockFormatException.at(place, "Cairn does not write `" + lines.get(number) + "`");
        }
        String name = head.name();
        List<String> formerNames = head.formerNames();
        head.requireEnd();
        number++;
        List<Line> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (number < lines.size() && lines.get(number).startsWith(" ")) {
            Line line = line(kind, new LineReader(lines.get(number).strip(), number + 1));
            if (!names.add(line.use() == Line.Use.HELD ? "holds " + line.name() : line.name())) {
                throw LockFormatException.at(
                        number + 1, "`" + line.name() + "` of `" + TypeNames.simple(name) + "` is there twice");
            }
            members.add(line);
            number++;
        }
        if (kind == Block.Kind.CODEC && members.size() != 1) {
            throw LockFormatException.at(place, "`" + TypeNames.simple(name) + "` does not have one codec");
        }
        return new Placed(new Block(kind, name, formerNames, members), place);
    }

    private static Line line(Block.Kind kind, LineReader reader) throws LockFormatException {
        if (!kind.hasTypes()) {
            Line line = Line.named(reader.name(), reader.formerNames());
            reader.requireEnd();
            return line;
        } else if (kind == Block.Kind.FLOW && reader.take(TypeNames.HOLDS + " ")) {
            Line line = Line.held(reader.name());
            reader.requireEnd();
            return line;
        }
        boolean removed = reader.take(TypeNames.REMOVED + " ");
        LockedType type = reader.type();
        reader.take(" ");
        String name = reader.name();
        List<String> formerNames = reader.formerNames();
        Optional<Fallback> fallback = reader.fallback();
        reader.requireEnd();
        Line line = Line.typed(type, name, formerNames, fallback);
        return removed ? line.gone() : line;
    }

    private void requireDefined(Placed placed) throws LockFormatException {
        Block block = placed.block();
        for (String name : LockedSchemas.references(block).toList()) {
            if (!types.containsKey(name)) {
                throw LockFormatException.at(
                        placed.line(),
                        "`" + TypeNames.simple(block.name()) + "` names the type `" + name
                                + "`, which is not described");
            }
        }
    }
}
