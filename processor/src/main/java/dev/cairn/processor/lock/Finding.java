package dev.cairn.processor.lock;

/**
 * A change after which some value that was stored cannot be read. Immutable.
 *
 * @param place what changed
 * @param isCertain whether there is such a value for certain; if not, the source that would tell is not seen
 * @param headline what is wrong, in one sentence without a full stop
 * @param reason more of it; empty if the headline says all
 * @param fix how the old values can be read nevertheless: sentences, with full stops
 */
public record Finding(Place place, boolean isCertain, String headline, String reason, String fix) {
    static Finding certain(Place place, String headline, String fix) {
        return new Finding(place, true, headline, "", fix);
    }

    Finding because(String why) {
        return new Finding(place, isCertain, headline, why, fix);
    }
}
