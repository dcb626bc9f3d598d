package dev.cairn.runtime.merge;

import dev.cairn.codec.ContentComparison;
import dev.cairn.codec.ContentComparison.Answer;
import dev.cairn.datastore.Address;
import dev.cairn.runtime.internal.Encoding;
import dev.cairn.runtime.values.Version;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the branches say of one artifact: the version that the first of them holds, and who holds another one. Contents are
 * compared only where addresses differ, and only until the first difference is found: versions that were stored when a type had
 * another shape, or by codecs that give equal values different bytes, may hold the same.
 */
final class Agreement {
    /** So many different values are named; more would not fit a message. */
    private static final int NAMED = 4;

    private final Map<Address, Holders> holders = new LinkedHashMap<>();
    private final Map<Address, Holders> sameValue = new HashMap<>();
    private @Nullable Version first;
    private @Nullable ContentComparison<Object> comparison;
    private @Nullable String equalBranch;
    private boolean more;

    void add(String branch, Version version) {
        Address address = version.address();
        Holders known = sameValue.getOrDefault(address, holders.get(address));
        if (known != null) {
            known.add(branch);
        } else if (first == null) {
            first = version;
            holders.put(address, new Holders(branch));
        } else if (holders.size() == 1 && sameAsFirst(branch, version)) {
            Holders agreeing = holders.values().iterator().next();
            agreeing.add(branch);
            sameValue.put(address, agreeing);
        } else if (holders.size() < NAMED) {
            holders.put(address, new Holders(branch));
        } else {
            more = true;
        }
    }

    /** Whether any branch has the artifact. */
    boolean exists() {
        return first != null;
    }

    /** Whether all branches that have the artifact have the same value. */
    boolean unanimous() {
        return holders.size() == 1;
    }

    /** The version that all have. */
    Version agreed() {
        if (first == null || !unanimous()) {
            throw new IllegalStateException("there is no agreement");
        }
        return first;
    }

    /** Who has what: {@code train/0 and train/2 have 3f2a9c01, train/1 has 77b0e4d2}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        holders.forEach((address, branches) -> text.append(text.isEmpty() ? "" : ", ")
                .append(branches)
                .append(branches.single() ? " has " : " have ")
                .append(address.abbreviated()));
        return text.append(more ? ", and others have other values" : "").toString();
    }

    /**
     * Which branches hold what is the same only because a class says so, or null if none does: {@code left and right}.
     */
    @Nullable
    String equalBranches() {
        return equalBranch == null ? null : holders.values().iterator().next().first() + " and " + equalBranch;
    }

    private boolean sameAsFirst(String branch, Version version) {
        ContentComparison<Object> known = comparison;
        if (known == null) {
            Version compared = Objects.requireNonNull(first);
            known = Encoding.comparison(compared.codec(), compared.value());
            comparison = known;
        }
        Answer answer = known.with(version.value());
        if (answer == Answer.EQUAL && equalBranch == null) {
            equalBranch = branch;
        }
        return answer != Answer.DIFFERENT;
    }
}
