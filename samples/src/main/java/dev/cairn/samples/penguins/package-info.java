/** Model selection on real data: which classifier tells the penguins of the Palmer Archipelago apart best? */
package dev.cairn.samples.penguins;
