package dev.cairn.engine.resume;

import dev.cairn.datastore.ForkRecord;
import dev.cairn.runtime.definition.Access.Place;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.values.ItemIndexes;
import dev.cairn.runtime.values.ItemMatches;

/**
 * What became of the elements of a foreach that was opened again.
 *
 * @param matches where each element was before, if what was done for it can be reused
 * @param reason why the others run
 */
record ListChange(ItemMatches matches, Reason reason) {
    /**
     * Compares the two lists.
     *
     * @param artifact the artifact that has the elements now
     * @param place what the steps of the branches can tell of where they are: what they can tell has to be the same
     */
    static ListChange of(
            ForkRecord before, ForkRecord now, ArtifactDefinition artifact, Place place, ItemIndexes indexes) {
        if (!artifact.isNamed(before.artifact())) {
            return new ListChange(ItemMatches.none(now.count()), Reason.OTHER_LIST);
        } else if (place == Place.STACK && before.count() != now.count()) {
            return new ListChange(ItemMatches.none(now.count()), Reason.OTHER_COUNT);
        } else if (place == Place.UNREAD) {
            return new ListChange(
                    ItemMatches.anywhere(indexes.get(before.items()), indexes.get(now.items())), Reason.NEW_ELEMENT);
        }
        return new ListChange(
                ItemMatches.inPlace(indexes.get(before.items()), indexes.get(now.items())), Reason.MOVED_ELEMENT);
    }
}
