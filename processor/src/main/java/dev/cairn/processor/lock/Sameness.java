package dev.cairn.processor.lock;

import dev.cairn.processor.lock.LockedType.AnyObject;
import dev.cairn.processor.lock.LockedType.ArrayOf;
import dev.cairn.processor.lock.LockedType.Container;
import dev.cairn.processor.lock.LockedType.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the schema of a type is the one that was stored, so that values are read as they are, whatever names say. */
final class Sameness {
    private final Version stored;
    private final Version now;
    private final Set<String> assumed = new HashSet<>();

    Sameness(Version stored, Version now) {
        this.stored = stored;
        this.now = now;
    }

    /** Whether two types have one schema, with all that they are made of. */
    static boolean holds(Version stored, Version now, LockedType from, LockedType to) {
        return new Sameness(stored, now).are(from, to);
    }

    private boolean are(LockedType from, LockedType to) {
        if (from instanceof Container one && to instanceof Container other) {
            return ContainerKind.of(one.name()).equals(ContainerKind.of(other.name()))
                    && are(one.arguments(), other.arguments());
        } else if (from instanceof ArrayOf one && to instanceof ArrayOf other) {
            return are(one.component(), other.component());
        } else if (from instanceof AnyObject && to instanceof AnyObject) {
            return stored.held().equals(now.held())
                    && now.held().stream().allMatch(name -> are(new Named(name), new Named(name)));
        } else if (from instanceof Named one && to instanceof Named other) {
            return one.equals(other) && (!assumed.add(one.name()) || are(stored.block(one), now.block(other)));
        }
        return from.equals(to);
    }

    private boolean are(List<LockedType> from, List<LockedType> to) {
        if (from.size() != to.size()) {
            return false;
        }
        for (int i = 0; i < from.size(); i++) {
            if (!are(from.get(i), to.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean are(Block from, Block to) {
        List<Line> was = from.members();
        List<Line> is = to.members();
        if (from.kind() != to.kind() || was.size() != is.size()) {
            return false;
        }
        for (int i = 0; i < was.size(); i++) {
            if (!was.get(i).name().equals(is.get(i).name())
                    || from.kind().hasTypes()
                            && !are(was.get(i).typed(), is.get(i).typed())
                    || from.kind() == Block.Kind.SEALED
                            && !are(
                                    new Named(was.get(i).name()),
                                    new Named(is.get(i).name()))) {
                return false;
            }
        }
        return true;
    }
}
