import { IsEmail, MaxLength, MinLength } from 'class-validator';
import { Name } from '../platform/input.js';
import { IsUncommonPassword } from './uncommon-password.js';

export class SignInInput {
  @MaxLength(254)
  @MinLength(1, { message: 'Enter your email address' })
  email: string;

  @MaxLength(1000)
  @MinLength(1, { message: 'Enter your password' })
  password: string;
}

export class PasswordInput {
  @IsUncommonPassword()
  @MaxLength(200, { message: 'The password must be 200 characters or fewer' })
  @MinLength(15, { message: 'The password must be 15 characters or more' })
  password: string;
}

export class FirstAdministratorInput extends PasswordInput {
  @IsEmail({}, { message: 'Enter an email address, like name@example.gov.uk' })
  @MaxLength(254)
  email: string;

  @Name('Enter your name')
  name: string;
}
