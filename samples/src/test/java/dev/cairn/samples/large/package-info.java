/** What is too large to be held twice. */
package dev.cairn.samples.large;
