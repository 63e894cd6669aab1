'use client';

import { Check, type LucideIcon } from 'lucide-react';
import * as DropdownMenu from 'radix-ui/dropdown-menu';
import type { OnDemandProps } from './on-demand.tsx';

export interface Choice<Value extends string> {
  value: Value;
  name: string;
  /** The language of the name, where it is not the page's. */
  lang?: string;
  Icon?: LucideIcon;
}

interface Props extends OnDemandProps {
  choices: readonly Choice<string>[];
  value: string;
  onChoose: (value: string) => void;
}

/** A menu in which one of a few is chosen. */
export default function ChoiceMenu({ trigger, choices, value, onChoose, ...shown }: Props) {
  return (
    <DropdownMenu.Root modal={false} {...shown}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className="menu">
          <DropdownMenu.RadioGroup value={value} onValueChange={onChoose}>
            {choices.map(({ value: choice, name, lang, Icon }) => (
              <DropdownMenu.RadioItem key={choice} value={choice} className="menu-item">
                {Icon && <Icon size={18} aria-hidden />}
                <span lang={lang} className="flex-1">
                  {name}
                </span>
                <DropdownMenu.ItemIndicator>
                  <Check size={18} aria-hidden className="text-pine" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
