/**
 * What is shown of flows and runs, whoever shows it: what there is to say of each, and its JSON.
 *
 * <p>Reading is lazy: a view reads what it shows when it is asked for.
 */
@NullMarked
package dev.cairn.view;

import org.jspecify.annotations.NullMarked;
